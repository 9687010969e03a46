#include "search/report/story_clusters.h"

#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Pair {
  std::size_t a;
  std::size_t b;
  double similarity;
};

PairSimilarities similarities_of(std::size_t count, const std::vector<Pair>& pairs) {
  PairSimilarities similarities(count);
  for (const auto& [a, b, similarity] : pairs) {
    similarities.set(a, b, similarity);
  }
  return similarities;
}

TEST(AverageLinkage, JoinsWhatIsAlike) {
  const auto similarities =
      similarities_of(5, {{0, 3, 0.9}, {1, 4, 0.8}, {0, 1, 0.1}, {2, 4, 0.4}});
  EXPECT_THAT(average_linkage(similarities, 0.5),
              ElementsAre(ElementsAre(0, 3), ElementsAre(1, 4)));
  EXPECT_THAT(average_linkage(similarities, 0.85), ElementsAre(ElementsAre(0, 3)));
  EXPECT_THAT(average_linkage(similarities, 0.95), IsEmpty());
}

TEST(AverageLinkage, DoesNotFollowAChain) {
  const auto chain = similarities_of(4, {{0, 1, 0.8}, {1, 2, 0.7}, {2, 3, 0.8}});
  EXPECT_THAT(average_linkage(chain, 0.5), ElementsAre(ElementsAre(0, 1), ElementsAre(2, 3)));
}

TEST(AverageLinkage, JoinsClustersThatAreAlikeOnAverage) {
  const auto similarities = similarities_of(
      4, {{0, 1, 0.9}, {2, 3, 0.9}, {0, 2, 0.8}, {0, 3, 0.4}, {1, 2, 0.4}, {1, 3, 0.8}});
  EXPECT_THAT(average_linkage(similarities, 0.59), ElementsAre(ElementsAre(0, 1, 2, 3)));
  EXPECT_THAT(average_linkage(similarities, 0.61),
              ElementsAre(ElementsAre(0, 1), ElementsAre(2, 3)));
  EXPECT_NEAR(mean_similarity(similarities, {0, 1, 2, 3}), 4.2 / 6, 1e-6);
}

// Weighted by size: a third joins two at the mean of its two similarities.
TEST(AverageLinkage, WeighsClustersBySize) {
  const auto similarities = similarities_of(
      4, {{0, 1, 0.9}, {0, 2, 0.8}, {1, 2, 0.8}, {0, 3, 0.6}, {1, 3, 0.6}, {2, 3, 0.3}});
  EXPECT_THAT(average_linkage(similarities, 0.49), ElementsAre(ElementsAre(0, 1, 2, 3)));
  EXPECT_THAT(average_linkage(similarities, 0.51), ElementsAre(ElementsAre(0, 1, 2)));
}

TEST(AverageLinkage, OfEquallyAlikePairsTakesTheFirst) {
  const auto similarities = similarities_of(3, {{0, 1, 0.7}, {1, 2, 0.7}, {0, 2, 0.0}});
  EXPECT_THAT(average_linkage(similarities, 0.6), ElementsAre(ElementsAre(0, 1)));
}

TEST(AverageLinkage, OfNothing) {
  EXPECT_THAT(average_linkage(PairSimilarities(0), 0.5), IsEmpty());
  EXPECT_THAT(average_linkage(PairSimilarities(1), 0.5), IsEmpty());
}

}  // namespace
}  // namespace kiertoon
