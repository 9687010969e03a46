#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/tsv.h"
#include "bench/eval/metrics.h"
#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

// Guards against regressions, not goals. The first for queries whose answers have their words, in
// their own language; the second for those of synonyms, slips, places and other languages.
constexpr double kLowestNdcg = 0.87;
constexpr double kLowestWideNdcg = 0.65;
const std::set<std::string> kWideKinds{"synonym",
                                       "swedish_to_finnish",
                                       "english_to_finnish",
                                       "finnish_to_swedish",
                                       "typo",
                                       "place_and_time"};
constexpr std::size_t kDepth = 10;

const std::filesystem::path kGolden =
    std::filesystem::path(KIERTOON_SOURCE_DIR) / "tests" / "golden" / "relevance";

struct JudgedQuery {
  std::string text;
  std::string kind;
  Judgements judgements;
};

// By qid.
std::map<std::string, JudgedQuery> read_queries() {
  std::map<std::string, JudgedQuery> queries;
  std::ifstream in(kGolden / "queries.jsonl");
  for (std::string line; std::getline(in, line);) {
    const auto json = nlohmann::json::parse(line);
    queries[json.at("qid")] = {json.at("text"), json.at("kind"), {}};
  }
  const auto rows = read_tsv(kGolden / "qrels.tsv");
  EXPECT_TRUE(rows);
  for (const auto& row : *rows) {
    auto& judgements = queries.at(std::string(row.cell(0))).judgements;
    EXPECT_TRUE(judgements.emplace(row.cell(1), std::stoi(std::string(row.cell(2)))).second)
        << "qrels.tsv:" << row.line << " stands twice";
  }
  return queries;
}

std::vector<Deed> golden_deeds() {
  std::vector<Deed> deeds;
  for (const std::string file : {"examples.jsonl", "published.jsonl"}) {
    const auto read = read_deeds(test_data_folder() / "deeds" / file);
    deeds.insert(deeds.end(), read.begin(), read.end());
  }
  std::sort(deeds.begin(), deeds.end(), [](const Deed& a, const Deed& b) { return a.id < b.id; });
  return deeds;
}

TEST(RelevanceGolden, JudgesDeedsThatExist) {
  std::set<std::string> ids;
  for (const auto& deed : golden_deeds()) {
    EXPECT_TRUE(ids.insert(deed.id).second) << deed.id << " stands twice";
  }
  const auto queries = read_queries();
  EXPECT_GE(queries.size(), 50U);
  for (const auto& [qid, query] : queries) {
    bool has_answer = false;
    for (const auto& [id, grade] : query.judgements) {
      EXPECT_TRUE(ids.contains(id)) << qid << " judges " << id;
      has_answer = has_answer || grade == 2;
    }
    EXPECT_TRUE(has_answer) << qid << " has no deed of grade 2";
  }
}

TEST(RelevanceGolden, KeepsItsQuality) {
  TestIndex index(golden_deeds());
  std::map<bool, std::pair<double, int>> by_width;  // true: of the wide kinds
  std::map<std::string, std::pair<double, int>> by_kind;
  const auto queries = read_queries();
  for (const auto& [qid, query] : queries) {
    const auto ids =
        index.ids({.text = query.text, .limit = kDepth, .detail = HitDetail::kIdentity});
    const double ndcg = ndcg_at(kDepth, ids, query.judgements);
    auto& [sum, count] = by_width[kWideKinds.contains(query.kind)];
    sum += ndcg;
    ++count;
    by_kind[query.kind].first += ndcg;
    ++by_kind[query.kind].second;
  }
  const auto mean = [&](bool is_wide) {
    const auto& [sum, count] = by_width[is_wide];
    return sum / count;
  };
  for (const auto& [kind, scores] : by_kind) {
    GTEST_LOG_(INFO) << "  " << kind << ": " << scores.first / scores.second << " of "
                     << scores.second;
  }
  EXPECT_GE(mean(false), kLowestNdcg);
  EXPECT_GE(mean(true), kLowestWideNdcg);
}

}  // namespace
}  // namespace kiertoon
