#include "bench/eval/metrics.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using Ids = std::vector<std::string>;

const Judgements graded{{"a", 3}, {"b", 2}, {"c", 1}, {"d", 0}, {"e", -1}};

TEST(Ndcg, IsOneForTheBestRanking) {
  EXPECT_DOUBLE_EQ(ndcg_at(10, Ids{"a", "b", "c"}, graded), 1);
  EXPECT_DOUBLE_EQ(ndcg_at(10, Ids{"a", "b", "c", "d", "x"}, graded), 1);
}

TEST(Ndcg, MatchesTheFigureWorkedOutByHand) {
  // gains 1, 0, 3, 2 at discounts 1, 1.585, 2, 2.322: 1 + 1.5 + 0.8614 = 3.3614
  // ideal 3, 2, 1: 3 + 1.2619 + 0.5 = 4.7619
  EXPECT_NEAR(ndcg_at(10, Ids{"c", "x", "a", "b"}, graded), 3.3614 / 4.7619, 1e-4);
}

TEST(Ndcg, LooksNoDeeperThanItsDepth) {
  // Both rankings are cut, the ideal one too: 1 / 3.
  EXPECT_NEAR(ndcg_at(1, Ids{"c", "a"}, graded), 1.0 / 3, 1e-12);
  EXPECT_DOUBLE_EQ(ndcg_at(1, Ids{"x", "a"}, graded), 0);
}

TEST(Ndcg, IsZeroWithoutHitsOrWithoutRelevantDocuments) {
  EXPECT_DOUBLE_EQ(ndcg_at(10, Ids{}, graded), 0);
  EXPECT_DOUBLE_EQ(ndcg_at(10, Ids{"a"}, {}), 0);
  EXPECT_DOUBLE_EQ(ndcg_at(10, Ids{"d", "e"}, {{"d", 0}, {"e", -1}}), 0);
}

TEST(Recall, IsTheShareOfTheRelevantDocuments) {
  EXPECT_DOUBLE_EQ(recall_at(100, Ids{"c", "d", "e", "a"}, graded), 2.0 / 3);
  EXPECT_DOUBLE_EQ(recall_at(1, Ids{"c", "a"}, graded), 1.0 / 3);
  EXPECT_DOUBLE_EQ(recall_at(100, Ids{}, graded), 0);
  EXPECT_DOUBLE_EQ(recall_at(100, Ids{"a"}, {}), 0);
}

TEST(Precision, IsTheShareOfThePlaces) {
  EXPECT_DOUBLE_EQ(precision_at(5, Ids{"c", "d", "e", "a", "x", "b"}, graded), 2.0 / 5);
  EXPECT_DOUBLE_EQ(precision_at(10, Ids{"c", "b", "a"}, graded), 3.0 / 10);
  EXPECT_DOUBLE_EQ(precision_at(10, Ids{}, graded), 0);
  EXPECT_DOUBLE_EQ(precision_at(0, Ids{"a"}, graded), 0);
}

TEST(ReciprocalRank, CountsToTheFirstRelevantDocument) {
  EXPECT_DOUBLE_EQ(reciprocal_rank_at(10, Ids{"b"}, graded), 1);
  EXPECT_DOUBLE_EQ(reciprocal_rank_at(10, Ids{"d", "x", "c", "a"}, graded), 1.0 / 3);
  EXPECT_DOUBLE_EQ(reciprocal_rank_at(2, Ids{"d", "x", "c"}, graded), 0);
  EXPECT_DOUBLE_EQ(reciprocal_rank_at(10, Ids{}, graded), 0);
}

TEST(Percentile, IsTheNearestRank) {
  const std::vector<double> values{4, 1, 3, 2};
  EXPECT_DOUBLE_EQ(percentile(values, 0.5), 2);
  EXPECT_DOUBLE_EQ(percentile(values, 0.51), 3);
  EXPECT_DOUBLE_EQ(percentile(values, 0.99), 4);
  EXPECT_DOUBLE_EQ(percentile(values, 0), 1);
  EXPECT_DOUBLE_EQ(percentile(values, 1), 4);
  EXPECT_DOUBLE_EQ(percentile({}, 0.5), 0);
}

}  // namespace
}  // namespace kiertoon
