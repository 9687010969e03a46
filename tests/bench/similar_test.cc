#include "bench/eval/similar.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "bench/eval/commands.h"
#include "search/similar/similar_request.h"

namespace kiertoon {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::Pair;
using testing::SizeIs;
using testing::UnorderedElementsAre;

// Cooking, birds, trams: three, two and one of them.
constexpr const char* kDocuments =
    R"({"id":"d1","title":"","text":"Kirjaston keittokirjat ja niiden reseptit innostavat kokkaamaan."}
{"id":"d/2","title":"","text":"Vanha keittokirja kertoo, mistä reseptit tulivat keittiöön."}
{"id":"d3","title":"","text":"Keittiön reseptit koottiin omaksi vihkoksi."}
{"id":"d4","title":"Lintujen muutto","text":"Muuttolinnut palaavat keväällä rantaniityille."}
{"id":"d5","title":"","text":"Syksyllä muuttolinnut kokoontuvat rantaniityille ja lähtevät."}
{"id":"d6","title":"","text":"Raitiovaunun kiskot uusittiin kaupungissa."}
)";
constexpr const char* kClasses =
    "cooking\td1\t1\ncooking\td/2\t1\nbooks\td1\t1\nbooks\td/2\t1\nbooks\td3\t1\n"
    "birds\td4\t1\nbirds\td5\t0\nbirds\telsewhere\t1\ntrams\td6\t1\n";

class Similar : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_);
    evaluation_.documents = file("docs.jsonl", kDocuments);
    evaluation_.language = Language::kFinnish;
    evaluation_.queries = file("queries.jsonl",
                               R"({"qid":"q1","docid":"d/2"}
{"qid":"q2","docid":"d4"}
{"qid":"q3","docid":"d6"}
)");
    // q3 has nothing relevant beside itself.
    evaluation_.qrels =
        file("qrels.tsv", "q1\td/2\t9\nq1\td1\t2\nq1\td6\t1\nq2\td5\t1\nq3\td6\t1\n");
    evaluation_.repeat = 2;
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

  [[nodiscard]] std::vector<Document> documents() const {
    return load_documents(evaluation_.documents).value();
  }

  std::filesystem::path folder_ = std::filesystem::path(testing::TempDir()) /
                                  ("kiertoon-similar-" + std::to_string(::getpid()));
  SimilarEvaluation evaluation_;
};

TEST_F(Similar, MeasuresQueriesWithJudgements) {
  evaluation_.run_out = folder_ / "run";
  const auto report = run(evaluation_);
  ASSERT_TRUE(report) << report.error().to_string();
  EXPECT_EQ(report->indexing.deeds, 6U);
  EXPECT_EQ(report->quality.queries, 2U);
  // q1 finds d1 (grade 2) first and not d6 (grade 1): 2 / (2 + 1 / log2(3)). q2 finds all.
  EXPECT_NEAR(report->quality.ndcg, (2 / (2 + 0.63093) + 1) / 2, 1e-4);
  EXPECT_NEAR(report->quality.precision, 0.1, 1e-9);
  EXPECT_NEAR(report->quality.reciprocal_rank, 1, 1e-9);
  ASSERT_THAT(report->latencies, SizeIs(2));
  EXPECT_EQ(report->latencies[0].searches, 6U);
  EXPECT_GT(report->latencies[1].p99, 0);
  EXPECT_THAT(content("run"), HasSubstr("q1 Q0 d1 1 "));
  EXPECT_THAT(content("run"), Not(HasSubstr("q1 Q0 d_2 ")));
}

TEST_F(Similar, AsksWithTheTextAndDropsItsOwnDocument) {
  evaluation_.run_out = folder_ / "run";
  evaluation_.asked_with = AskedWith::kText;
  const auto report = run(evaluation_);
  ASSERT_TRUE(report) << report.error().to_string();
  EXPECT_NEAR(report->quality.ndcg, (2 / (2 + 0.63093) + 1) / 2, 1e-4);
  EXPECT_THAT(content("run"), HasSubstr("q1 Q0 d1 1 "));
  EXPECT_THAT(content("run"), Not(HasSubstr("q1 Q0 d_2 ")));
}

TEST_F(Similar, MeasuresClasses) {
  evaluation_.queries.clear();
  evaluation_.qrels.clear();
  evaluation_.classes = file("classes.tsv", kClasses);
  const auto report = run(evaluation_);
  ASSERT_TRUE(report) << report.error().to_string();
  EXPECT_EQ(report->quality.queries, 3U);
  EXPECT_GT(report->quality.ndcg, 0.9);
}

TEST_F(Similar, DrawsDocumentsThatShareAClass) {
  const auto classes = load_qrels(file("classes.tsv", kClasses));
  ASSERT_TRUE(classes);
  const SimilarQuestions all = draw_similar_questions(*classes, documents(), {.size = 300});
  ASSERT_THAT(all.queries, SizeIs(3));
  EXPECT_EQ(all.queries[2].document, "d_2");
  EXPECT_THAT(all.qrels.at("d1"), UnorderedElementsAre(Pair("d_2", 2), Pair("d3", 1)));
  EXPECT_THAT(all.qrels.at("d3"), UnorderedElementsAre(Pair("d1", 1), Pair("d_2", 1)));
}

TEST_F(Similar, DrawsByItsSeed) {
  std::string lines;
  std::vector<Document> documents;
  for (int i = 0; i < 100; ++i) {
    documents.push_back({.id = std::to_string(i)});
    lines += "c\t" + documents.back().id + "\t1\n";
  }
  const auto classes = load_qrels(file("many.tsv", lines));
  ASSERT_TRUE(classes);
  const auto drawn = [&](std::uint64_t seed) {
    std::vector<std::string> ids;
    for (const auto& query :
         draw_similar_questions(*classes, documents, {.size = 10, .seed = seed}).queries) {
      ids.push_back(query.document);
    }
    return ids;
  };
  EXPECT_THAT(drawn(1), SizeIs(10));
  EXPECT_EQ(drawn(1), drawn(1));
  EXPECT_NE(drawn(1), drawn(2));
}

TEST_F(Similar, SendsAsMuchTextAsTheServerTakes) {
  std::vector<SimilarQuery> queries{{.id = "q", .document = "long"}};
  std::string text;
  while (text.size() < kMaxSimilarTextBytes) {
    text += "ä";
  }
  ASSERT_TRUE(ask_with_text({{.id = "long", .title = "Otsikko", .text = text}}, queries));
  EXPECT_THAT(queries[0].text, testing::StartsWith("Otsikko\nä"));
  EXPECT_LE(queries[0].text.size(), kMaxSimilarTextBytes);
  EXPECT_GT(queries[0].text.size(), kMaxSimilarTextBytes - 2);
}

TEST_F(Similar, WritesTheSameFiguresForPeopleAndPrograms) {
  const SimilarReport report{
      .indexing = {.deeds = 100, .seconds = 0.5, .bytes = 1'048'576},
      .quality = {.queries = 3, .ndcg = 0.25, .precision = 0.5, .reciprocal_rank = 1},
      .latencies = {{.name = "similar, 10 deeds", .searches = 30, .p50 = 0.125, .p99 = 2}}};
  std::ostringstream text;
  write_text(report, text);
  EXPECT_EQ(text.str(),
            "indexing: 100 deeds in 0.50 s, 200 deeds/s, 1.0 MiB\n"
            "queries  nDCG@10  P@10    MRR@10\n"
            "      3  0.2500   0.5000  1.0000\n"
            "similar, 10 deeds: p50 0.125 ms, p99 2.000 ms (30 searches)\n");
  std::ostringstream json;
  write_json(report, json);
  EXPECT_EQ(json.str(),
            R"({"indexing":{"deeds":100,"seconds":0.5,"deeds_per_second":200.0,"bytes":1048576},)"
            R"("quality":{"queries":3,"ndcg_at_10":0.25,"precision_at_10":0.5,"mrr_at_10":1.0},)"
            R"("latency_ms":{"similar, 10 deeds":{"p50":0.125,"p99":2.0,"searches":30}}})"
            "\n");
}

TEST_F(Similar, FailsOnWhatItCannotMeasure) {
  const auto message = [](const SimilarEvaluation& evaluation) {
    const auto report = run(evaluation);
    return report ? std::string() : report.error().message;
  };
  SimilarEvaluation evaluation = evaluation_;
  evaluation.qrels = file("none.tsv", "q3\td6\t1\nq1\td1\t0\n");
  EXPECT_THAT(message(evaluation), HasSubstr("no query has a relevant document"));
  evaluation = evaluation_;
  evaluation.queries = file("incomplete.jsonl", R"({"qid":"q1","text":"d1"})");
  EXPECT_THAT(message(evaluation), HasSubstr("incomplete.jsonl:1: has no qid or no docid"));
  evaluation.queries = file("unknown.jsonl", R"({"qid":"q1","docid":"d7"})");
  EXPECT_THAT(message(evaluation), HasSubstr("query q1: "));
  evaluation.asked_with = AskedWith::kText;
  EXPECT_THAT(message(evaluation), HasSubstr("query q1: there is no document \"d7\""));
  evaluation = evaluation_;
  evaluation.run_out = folder_ / "missing" / "run";
  EXPECT_THAT(message(evaluation), HasSubstr("cannot write"));
}

}  // namespace
}  // namespace kiertoon
