#include "bench/eval/duplicates.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace kiertoon {
namespace {

using testing::AllOf;
using testing::Field;
using testing::HasSubstr;
using testing::SizeIs;

const std::filesystem::path kExamples = KIERTOON_SOURCE_DIR "/data/deeds/examples.jsonl";
const std::filesystem::path kPairs = KIERTOON_SOURCE_DIR "/tests/golden/duplicates/pairs.tsv";

class Duplicates : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::filesystem::path file(const std::string& name,
                                           const std::string& content) const {
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return folder_ / name;
  }

  std::filesystem::path folder_ = std::filesystem::path(testing::TempDir()) /
                                  ("kiertoon-duplicates-" + std::to_string(::getpid()));
};

std::string deed(const std::string& id, const std::string& title, const std::string& summary) {
  return R"({"id":")" + id + R"(","language":"fi","title":")" + title + R"(","summary":")" +
         summary + R"(","organisations":[{"name":"Koe","type":"municipality","role":"lead"}]})" +
         "\n";
}

auto kind(const std::string& name, std::size_t pairs, std::size_t recognised) {
  return AllOf(Field(&PairKind::name, name),
               Field(&PairKind::pairs, pairs),
               Field(&PairKind::recognised, recognised));
}

TEST_F(Duplicates, RecognisesResubmittedDeedsAndNoOthers) {
  const auto report = run(DuplicatesEvaluation{.deeds = {kExamples}, .pairs = kPairs});
  ASSERT_TRUE(report) << report.error().to_string();
  ASSERT_THAT(report->kinds, SizeIs(6));
  EXPECT_THAT(report->kinds[0], kind("resubmitted", 5, 5));
  EXPECT_THAT(report->kinds[2], kind("same_idea", 4, 0));
  EXPECT_THAT(report->kinds[3], kind("edited 10 %", 100, 100));
  EXPECT_GE(report->kinds[4].share(), 0.98);
  EXPECT_GE(report->kinds[5].share(), 0.95);
  EXPECT_GE(report->precision, 0.98);
}

TEST_F(Duplicates, CountsWhatItIsGiven) {
  const std::string summary = "Yhdeksän keittäjää punnitsi lautasille jäävän ruoan joka päivä";
  const auto deeds =
      file("deeds.jsonl",
           deed("a", "Hävikki kuriin", summary) +
               deed("b", "Hävikki kuriin", summary + " Nyt uudelleen") +
               deed("c", "Hävikki kuriin nyt", summary) +
               deed("d", "Lintutorni", "Kunta rakensi talkoilla tornin rantaan asukkaiden iloksi"));
  const auto pairs = file("pairs.tsv", "a\tb\tresubmitted\na\td\trewritten\na\tc\tsame_idea\n");
  const auto report = run(DuplicatesEvaluation{.deeds = {deeds}, .pairs = pairs, .seed = 3});
  ASSERT_TRUE(report) << report.error().to_string();
  EXPECT_EQ(report->deeds, 4U);
  EXPECT_EQ(report->edited, 12U);
  EXPECT_EQ(report->comparisons, 16U * 15 / 2);
  EXPECT_THAT(report->kinds[0], kind("resubmitted", 1, 1));
  EXPECT_THAT(report->kinds[1], kind("rewritten", 1, 0));
  EXPECT_THAT(report->kinds[2], kind("same_idea", 1, 1));
  EXPECT_THAT(report->kinds[3], kind("edited 10 %", 4, 4));
  // The deed with the same idea is taken for the same deed, and so are the edited ones of either.
  ASSERT_GE(report->false_pairs.size(), 2U);
  EXPECT_EQ(report->false_pairs.front().first, "a");
  EXPECT_EQ(report->false_pairs.front().second, "c");
  EXPECT_LT(report->precision, 1);
}

TEST_F(Duplicates, WritesTheSameFiguresForPeopleAndPrograms) {
  const DuplicatesReport report{
      .deeds = 20,
      .edited = 30,
      .comparisons = 1225,
      .seconds = 0.125,
      .kinds = {{.name = "resubmitted", .pairs = 4, .recognised = 3}},
      .false_pairs = {{.first = "a", .second = "b, edited 10 %", .resemblance = 0.5}},
      .precision = 0.75};
  std::ostringstream text;
  write_text(report, text);
  EXPECT_EQ(text.str(),
            "20 deeds, 30 edited ones: 1225 comparisons in 0.125 s\n"
            "kind         pairs  recognised  share\n"
            "resubmitted      4           3  0.7500\n"
            "precision 0.7500, 1 false pairs\n"
            "0.5000  a  b, edited 10 %\n");
  std::ostringstream json;
  write_json(report, json);
  EXPECT_EQ(json.str(),
            R"({"deeds":20,"edited":30,"comparisons":1225,"seconds":0.125,)"
            R"("kinds":{"resubmitted":{"pairs":4,"recognised":3,"share":0.75}},"precision":0.75,)"
            R"("false_pairs":[{"first":"a","second":"b, edited 10 %","resemblance":0.5}]})"
            "\n");
}

TEST_F(Duplicates, MeasuresNothingOfNoDeeds) {
  const auto report =
      run(DuplicatesEvaluation{.deeds = {file("none.jsonl", "")}, .pairs = file("none.tsv", "")});
  ASSERT_TRUE(report) << report.error().to_string();
  EXPECT_EQ(report->comparisons, 0U);
  EXPECT_EQ(report->precision, 0);
  EXPECT_EQ(report->kinds[0].share(), 0);
}

TEST_F(Duplicates, FailsOnWhatItCannotMeasure) {
  const auto message = [](const DuplicatesEvaluation& evaluation) {
    const auto report = run(evaluation);
    return report ? std::string() : report.error().message;
  };
  const auto deeds = file("deeds.jsonl", deed("a", "Yksi", "") + deed("b", "Kaksi", ""));
  EXPECT_THAT(message({.deeds = {deeds}, .pairs = file("id.tsv", "a\tc\tresubmitted\n")}),
              HasSubstr("id.tsv:1: \"a\", \"c\", \"resubmitted\" are not"));
  EXPECT_THAT(message({.deeds = {deeds}, .pairs = file("kind.tsv", "\na\tb\talike\n")}),
              HasSubstr("kind.tsv:2: "));
  EXPECT_THAT(message({.deeds = {deeds}, .pairs = folder_ / "missing.tsv"}),
              HasSubstr("missing.tsv"));
  EXPECT_THAT(message({.deeds = {deeds, deeds}, .pairs = kPairs}),
              HasSubstr("\"a\" is used twice"));
  EXPECT_THAT(message({.deeds = {folder_ / "missing.jsonl"}, .pairs = kPairs}),
              HasSubstr("missing.jsonl"));
}

}  // namespace
}  // namespace kiertoon
