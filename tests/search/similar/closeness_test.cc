#include "search/similar/closeness.h"

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

TEST(Calibrated, KeepsItsEndsAndWhatIsBeyondThem) {
  EXPECT_DOUBLE_EQ(calibrated(0), 0);
  EXPECT_DOUBLE_EQ(calibrated(1), 1);
  EXPECT_DOUBLE_EQ(calibrated(-0.5), 0);
  EXPECT_DOUBLE_EQ(calibrated(1.5), 1);
}

TEST(Calibrated, GrowsWithEveryScore) {
  for (int i = 0; i < 1000; ++i) {
    EXPECT_LT(calibrated(i / 1000.0), calibrated((i + 1) / 1000.0)) << i;
  }
}

TEST(Calibrated, HasNoJumps) {
  for (int i = 0; i < 1000; ++i) {
    EXPECT_LT(calibrated((i + 1) / 1000.0) - calibrated(i / 1000.0), 0.004) << i;
  }
}

TEST(Closeness, IsNothingForScoresThatChanceBringsAbout) {
  EXPECT_EQ(closeness_of(calibrated(0)), std::nullopt);
  // 95th percentile of the pairs of Finnish example deeds that no query connects.
  EXPECT_EQ(closeness_of(calibrated(0.131)), std::nullopt);
}

TEST(Closeness, NamesTheScoresOfKnownPairs) {
  // Medians of the example deeds that answer one query, and two queries.
  EXPECT_EQ(closeness_of(calibrated(0.177)), Closeness::kLooselyRelated);
  EXPECT_EQ(closeness_of(calibrated(0.266)), Closeness::kSameTheme);
  // The lowest of the deeds told again in other words, and of those sent in again.
  EXPECT_EQ(closeness_of(calibrated(0.378)), Closeness::kVeryClose);
  EXPECT_EQ(closeness_of(calibrated(0.958)), Closeness::kVeryClose);
}

TEST(Closeness, ChangesAtItsThresholds) {
  EXPECT_EQ(closeness_of(0.2499), std::nullopt);
  EXPECT_EQ(closeness_of(0.25), Closeness::kLooselyRelated);
  EXPECT_EQ(closeness_of(0.4999), Closeness::kLooselyRelated);
  EXPECT_EQ(closeness_of(0.5), Closeness::kSameTheme);
  EXPECT_EQ(closeness_of(0.7499), Closeness::kSameTheme);
  EXPECT_EQ(closeness_of(0.75), Closeness::kVeryClose);
  EXPECT_EQ(closeness_of(1), Closeness::kVeryClose);
}

TEST(Closeness, HasANameForEachDegree) {
  EXPECT_EQ(name_of(Closeness::kVeryClose), "very_close");
  EXPECT_EQ(name_of(Closeness::kSameTheme), "same_theme");
  EXPECT_EQ(name_of(Closeness::kLooselyRelated), "loosely_related");
}

}  // namespace
}  // namespace kiertoon
