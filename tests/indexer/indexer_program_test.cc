// kiertoon-indexer as its users meet it: arguments, streams, exit codes, and what is in the index
// folder afterwards.

#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/exit_code.h"
#include "search/index/generations.h"
#include "tests/indexer/running_program.h"

namespace kiertoon {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Not;

constexpr const char* kShippedDeeds = KIERTOON_SOURCE_DIR "/data/deeds/published.jsonl";

std::string deed(std::string_view id, std::string_view more = "") {
  return R"({"id":")" + std::string(id) +
         R"(","title":"Työhyvinvointi paranee",)"
         R"("organisations":[{"name":"Ii","type":"municipality","role":"lead"}])" +
         std::string(more) + "}\n";
}

class Indexer : public testing::Test {
 protected:
  // Runs the program to its end with `input` as its standard input.
  int run(std::vector<std::string> arguments, std::string_view input = {}) {
    RunningProgram program(folder_, std::move(arguments));
    program.write(input);
    const int exit_code = program.wait();
    out_ = program.out();
    err_ = program.err();
    return exit_code;
  }

  // Builds the index from one source with that content.
  int build(std::string_view content, const std::vector<std::string>& options = {}) {
    std::vector<std::string> arguments{
        "build", "--source", folder_.file("deeds.jsonl", content), "--index", index().string()};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run(arguments);
  }

  [[nodiscard]] std::filesystem::path index() const { return folder_.path("index"); }
  [[nodiscard]] std::string generation() const {
    return current_generation(index()).value_or("none");
  }

  TemporaryFolder folder_;
  std::string out_;
  std::string err_;
};

TEST_F(Indexer, BuildsAnIndexAndSaysWhatIsInIt) {
  EXPECT_EQ(run({"build", "--source", kShippedDeeds, "--index", index().string()}), kExitOk);
  EXPECT_THAT(out_, HasSubstr("deeds read: 17, right: 17, wrong: 0\n"));
  EXPECT_THAT(out_, HasSubstr("languages: fi 17, sv 0, en 0 (detected: 0)\n"));
  EXPECT_THAT(out_, HasSubstr("generation: " + generation() + ", deeds: 17, size: "));
  EXPECT_THAT(err_, IsEmpty());
}

TEST_F(Indexer, TakesSeveralSourcesAndTheStandardInput) {
  const std::string first = folder_.file("first.jsonl", deed("a"));
  const std::string second = folder_.file("second.jsonl", deed("b"));
  EXPECT_EQ(run({"build", "--source", first, second, "--source", "-", "--index", index().string()},
                deed("c")),
            kExitOk);
  EXPECT_THAT(out_, HasSubstr("deeds: 3,"));
}

TEST_F(Indexer, DetectsMissingLanguages) {
  EXPECT_EQ(
      build(
          deed("a", R"(,"summary":"Sairauspoissaolot vähenivät, kun työvuorot suunnitellaan.")") +
          deed("b", R"(,"language":"en")") +
          R"({"id":"c","title":"Sjukfrånvaron minskade när personalen planerade sina arbetsskift",)"
          R"("organisations":[{"name":"Borgå","type":"municipality","role":"lead"}]})"),
      kExitOk);
  EXPECT_THAT(out_, HasSubstr("languages: fi 1, sv 1, en 1 (detected: 2)\n"));
}

TEST_F(Indexer, LeavesOutWrongDeedsAndNamesTheirLines) {
  EXPECT_EQ(build(deed("a") + "\n" + deed("b", R"(,"url":"tori")") + deed("c")), kExitOk);
  EXPECT_EQ(err_,
            folder_.path("deeds.jsonl").string() +
                R"(:3: url: "tori" is not a web address that begins with http:// or https://)"
                "\n");
  EXPECT_THAT(out_, HasSubstr("deeds read: 3, right: 2, wrong: 1\n"));
}

TEST_F(Indexer, RefusesThemesAndSectorsThatTheVocabularyDoesNotHave) {
  EXPECT_EQ(build(deed("a") + deed("b", R"(,"themes":["tyohyvinvointi","x"],"sectors":["y"])")),
            kExitOk);
  EXPECT_THAT(err_, HasSubstr(R"(:2: themes[1]: "x" is not a theme of the vocabulary)"));
  EXPECT_THAT(err_, HasSubstr(R"(:2: sectors[0]: "y" is not a sector of the vocabulary)"));
}

TEST_F(Indexer, PublishesNothingWhenStrictAndADeedIsWrong) {
  ASSERT_EQ(build(deed("a")), kExitOk);
  const std::string before = generation();
  EXPECT_EQ(build(deed("b") + "[]\n", {"--strict"}), kExitData);
  EXPECT_THAT(err_, HasSubstr(":2: the record is not a JSON object\n"));
  EXPECT_THAT(err_, HasSubstr("1 of 2 deeds are wrong"));
  EXPECT_EQ(generation(), before);
}

TEST_F(Indexer, PublishesNothingWhenAnIdIsUsedTwice) {
  const std::string first = folder_.file("first.jsonl", deed("a") + deed("b"));
  const std::string second = folder_.file("second.jsonl", "\n" + deed("b"));
  EXPECT_EQ(run({"build", "--source", first, second, "--index", index().string()}), kExitData);
  EXPECT_THAT(err_, HasSubstr(second + R"(:2: id: "b" is the id of )" + first + ":2 already\n"));
  EXPECT_EQ(generation(), "none");
}

TEST_F(Indexer, NeverReplacesAnIndexByAnEmptyOne) {
  ASSERT_EQ(build(deed("a")), kExitOk);
  const std::string before = generation();
  EXPECT_EQ(build(""), kExitData);
  EXPECT_EQ(build("[]\n"), kExitData);
  EXPECT_THAT(err_, HasSubstr("hold no deed that is right"));
  EXPECT_EQ(generation(), before);
}

TEST_F(Indexer, SaysOnlyWhatIsWrongWhenQuiet) {
  EXPECT_EQ(build(deed("a") + "[]\n", {"--quiet"}), kExitOk);
  EXPECT_THAT(out_, IsEmpty());
  EXPECT_THAT(err_, HasSubstr(":2: "));
}

TEST_F(Indexer, ChecksWithoutAnIndex) {
  EXPECT_EQ(run({"check", "--source", kShippedDeeds}), kExitOk);
  EXPECT_THAT(out_, HasSubstr("deeds read: 17, right: 17, wrong: 0\n"));
  EXPECT_EQ(run({"check", "--source", "-"}, deed("a") + deed("a")), kExitData);
  EXPECT_THAT(err_,
              HasSubstr(R"(standard input:2: id: "a" is the id of standard input:1 already)"));
}

TEST_F(Indexer, KeepsContactsOutOfItsMessages) {
  EXPECT_EQ(run({"check", "--source", "-"}, deed("a", R"(,"contacts":[{"nimi":"Maija"}])")),
            kExitData);
  EXPECT_THAT(err_, HasSubstr("contacts[0].nimi"));
  EXPECT_THAT(err_, Not(HasSubstr("Maija")));
}

TEST_F(Indexer, TellsWrongUseFromMissingFiles) {
  EXPECT_EQ(run({}), kExitUsage);
  EXPECT_EQ(run({"bild"}), kExitUsage);
  EXPECT_EQ(run({"build", "--index", "x"}), kExitUsage);
  EXPECT_EQ(run({"build", "--source", kShippedDeeds}), kExitUsage);
  EXPECT_EQ(build(deed("a"), {"--threads", "0"}), kExitUsage);
  EXPECT_EQ(run({"analyze", "--language", "no"}), kExitUsage);
  EXPECT_EQ(run({"--help"}), kExitOk);
  EXPECT_THAT(out_, HasSubstr("Exit codes:"));
  EXPECT_EQ(run({"check", "--source", "/nowhere.jsonl"}), kExitData);
  EXPECT_THAT(err_, HasSubstr("cannot read /nowhere.jsonl: "));
  EXPECT_EQ(run({"check", "--source", "/"}), kExitData);
  EXPECT_EQ(build(deed("a"), {"--data", "/nowhere"}), kExitEnvironment);
}

TEST_F(Indexer, RefusesAFolderThatCannotBeAnIndex) {
  const std::string file = folder_.file("file", "x");
  EXPECT_EQ(run({"build", "--source", kShippedDeeds, "--index", file}), kExitIndex);
  EXPECT_EQ(run({"build", "--source", kShippedDeeds, "--index", file + "/index"}), kExitIndex);
}

TEST_F(Indexer, RefusesASecondBuildMeanwhile) {
  ASSERT_EQ(build(deed("a")), kExitOk);
  RunningProgram first(folder_, {"build", "--source", "-", "--index", index().string()});
  first.write(deed("b") + "[]\n");
  ASSERT_TRUE(first.wait_for_error_output(":2: "));  // it is at work
  const TemporaryFolder other;
  RunningProgram second(other, {"build", "--source", kShippedDeeds, "--index", index().string()});
  EXPECT_EQ(second.wait(), kExitIndex);
  EXPECT_EQ(first.wait(), kExitOk);
  EXPECT_THAT(first.out(), HasSubstr("deeds: 1,"));
}

class IndexerSignals : public Indexer, public testing::WithParamInterface<int> {};

TEST_P(IndexerSignals, LeaveTheOldGenerationWhileItWaitsForInput) {
  ASSERT_EQ(build(deed("a")), kExitOk);
  const std::string before = generation();
  RunningProgram program(folder_, {"build", "--source", "-", "--index", index().string()});
  program.write("[]\n");
  ASSERT_TRUE(program.wait_for_error_output(":1: "));
  program.send(GetParam());
  EXPECT_EQ(program.wait(), kExitSignalBase + GetParam());
  EXPECT_EQ(generation(), before);
}

INSTANTIATE_TEST_SUITE_P(All, IndexerSignals, testing::Values(SIGINT, SIGTERM));

TEST_F(Indexer, AnalyzesEachLine) {
  EXPECT_EQ(run({"analyze", "--language", "fi"}, "Iin työhyvinvoinnista\n\n"), kExitOk);
  EXPECT_THAT(out_,
              HasSubstr(R"({"text":"Iin työhyvinvoinnista","tokens":[{"surface":"Iin",)"
                        R"("start":0,"end":3,"terms":[)"));
  EXPECT_THAT(out_, HasSubstr(R"({"term":"ii","kind":"base_form"})"));
  EXPECT_THAT(out_, HasSubstr(R"({"term":"hyvinvointi","kind":"word_part"})"));
  EXPECT_THAT(out_, HasSubstr("\n{\"text\":\"\",\"tokens\":[]}\n"));
}

TEST_F(Indexer, AnalyzesTheInputAsItIs) {
  EXPECT_EQ(run({"analyze"}, "\xFF ty\xC3\n"), kExitOk);
  EXPECT_THAT(out_, HasSubstr("\uFFFD"));
  EXPECT_EQ(run({"analyze", "--query"}, "hus"), kExitOk);
  EXPECT_THAT(out_, HasSubstr(R"("term":"HUS")"));
  EXPECT_EQ(run({"analyze"}, std::string(5'000'000, 'a') + "\nIi\n"), kExitData);
  EXPECT_THAT(err_, HasSubstr("standard input:1: "));
  EXPECT_THAT(out_, HasSubstr(R"({"text":"Ii")"));
}

TEST_F(Indexer, AnswersALineBeforeItWaitsForTheNext) {
  RunningProgram program(folder_, {"analyze"});
  program.write("Liminka\n");
  EXPECT_TRUE(program.wait_for_output("\"text\":\"Liminka\""));
  program.write("Kangasala\n");
  EXPECT_TRUE(program.wait_for_output("\"text\":\"Kangasala\""));
  EXPECT_EQ(program.wait(), kExitOk);
}

}  // namespace
}  // namespace kiertoon
