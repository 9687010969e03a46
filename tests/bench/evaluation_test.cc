#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "bench/eval/commands.h"

namespace kiertoon {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;
using testing::SizeIs;

constexpr const char* kDocuments =
    R"({"id":"d1","title":"","text":"Kirjaston kokoelmista löytyy keittokirjoja."}
{"id":"d2","title":"","text":"Keittokirja ja toinenkin: keittokirjojen historia."}
{"id":"d3","title":"","text":"Linnut muuttavat syksyllä etelään."}
{"id":"d/4","title":"Lintujen muutto","text":"Muuttolinnut palaavat keväällä."}
)";
constexpr const char* kQueries =
    R"({"qid":"q1","text":"keittokirjat","lang":"fi","kind":"word"}
{"qid":"q2","text":"muuttolintu","lang":"fi","kind":"compound"}
{"qid":"q3","text":"avaruusalukset","lang":"fi","kind":"word"}
{"qid":"q4","text":"tuomio puuttuu","lang":"fi","kind":"word"}
)";
constexpr const char* kQrels = "q1\td1\t1\nq1\td2\t1\nq2\td/4\t1\nq3\td3\t1\nq4\td1\t0\n";

class Evaluation : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_);
    options_.queries = file("queries.jsonl", kQueries);
    options_.qrels = file("qrels.tsv", kQrels);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::filesystem::path file(const std::string& name,
                                           const std::string& content) const {
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return folder_ / name;
  }

  [[nodiscard]] std::string content(const std::string& name) const {
    std::ifstream stream(folder_ / name);
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  std::filesystem::path folder_ = std::filesystem::path(testing::TempDir()) /
                                  ("kiertoon-evaluation-" + std::to_string(::getpid()));
  EvaluationOptions options_;
};

TEST_F(Evaluation, MeasuresACollection) {
  options_.run_out = folder_ / "run";
  options_.queries_out = folder_ / "queries.tsv";
  options_.repeat = 2;
  const auto report = run(SearchEvaluation{.common = options_,
                                           .documents = file("docs.jsonl", kDocuments),
                                           .language = Language::kFinnish});
  ASSERT_TRUE(report) << report.error().to_string();
  EXPECT_EQ(report->indexing.deeds, 4U);
  EXPECT_GT(report->indexing.bytes, 0U);
  // q1 and q2 find all they should first, q3 finds nothing, q4 has nothing relevant and does not
  // count.
  EXPECT_EQ(report->quality.queries, 3U);
  EXPECT_NEAR(report->quality.ndcg, 2.0 / 3, 1e-9);
  EXPECT_NEAR(report->quality.recall, 2.0 / 3, 1e-9);
  EXPECT_NEAR(report->quality.reciprocal_rank, 2.0 / 3, 1e-9);
  ASSERT_THAT(report->latencies, SizeIs(4));
  EXPECT_EQ(report->latencies[0].searches, 8U);
  EXPECT_GT(report->latencies[1].p99, 0);
  EXPECT_THAT(content("run"), HasSubstr("q2 Q0 d_4 1 "));
  EXPECT_THAT(content("queries.tsv"),
              testing::StartsWith("0.0000\t0.0000\t0.0000\tq3\tword\tavaruusalukset\n"));
}

TEST_F(Evaluation, MeasuresDeedsByKindOfQuery) {
  options_.queries = file("golden.jsonl",
                          R"({"qid":"g1","text":"väkivalta","kind":"word"}
{"qid":"g2","text":"ilmastolakkopäivä","kind":"name"}
)");
  options_.qrels = file("golden.tsv", "g1\tjulkaistu-2019-01\t2\ng2\tjulkaistu-2019-03\t2\n");
  const auto report = run(GoldenEvaluation{
      .common = options_, .deeds = {KIERTOON_SOURCE_DIR "/data/deeds/published.jsonl"}});
  ASSERT_TRUE(report) << report.error().to_string();
  EXPECT_EQ(report->indexing.deeds, 17U);
  ASSERT_THAT(report->by_kind, SizeIs(2));
  EXPECT_EQ(report->by_kind[0].kind, "word");
  EXPECT_GT(report->by_kind[0].ndcg, 0.5);
  EXPECT_EQ(report->by_kind[1].kind, "name");
  EXPECT_THAT(report->latencies, SizeIs(4));
}

TEST_F(Evaluation, WritesTheSameFiguresForPeopleAndPrograms) {
  EvaluationReport report;
  report.indexing = {.deeds = 100, .seconds = 0.5, .bytes = 1'048'576};
  report.quality = {.kind = "", .queries = 3, .ndcg = 0.25, .recall = 0.5, .reciprocal_rank = 1};
  report.latencies = {{.name = "search", .searches = 30, .p50 = 0.125, .p99 = 2}};
  std::ostringstream text;
  write_text(report, text);
  EXPECT_THAT(text.str(), HasSubstr("100 deeds in 0.50 s, 200 deeds/s, 1.0 MiB"));
  EXPECT_THAT(text.str(), HasSubstr("all                3  0.2500   0.5000      1.0000"));
  EXPECT_THAT(text.str(), HasSubstr("search: p50 0.125 ms, p99 2.000 ms (30 searches)"));
  std::ostringstream json;
  write_json(report, json);
  EXPECT_THAT(json.str(), HasSubstr(R"("quality":{"queries":3,"ndcg_at_10":0.25,)"));
  EXPECT_THAT(json.str(), HasSubstr(R"("search":{"p50":0.125,"p99":2.0,"searches":30})"));
}

TEST_F(Evaluation, FailsOnWhatItCannotMeasure) {
  SearchEvaluation evaluation{.common = options_,
                              .documents = file("docs.jsonl", kDocuments),
                              .language = Language::kFinnish};
  evaluation.common.qrels = file("none.tsv", "other\td1\t1\n");
  EXPECT_THAT(run(evaluation).error().message, HasSubstr("has a relevant document"));
  evaluation.common = options_;
  evaluation.common.run_out = folder_ / "missing" / "run";
  EXPECT_THAT(run(evaluation).error().message, HasSubstr("cannot write"));
  evaluation.common = options_;
  evaluation.documents = file("twice.jsonl", std::string(kDocuments) + R"({"id":"d_4"})");
  EXPECT_THAT(run(evaluation).error().message, HasSubstr("\"d_4\" is used twice"));
}

}  // namespace
}  // namespace kiertoon
