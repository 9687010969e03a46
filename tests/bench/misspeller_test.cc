#include "bench/eval/misspeller.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace kiertoon {
namespace {

TEST(Misspeller, MakesTheErrorItIsAskedFor) {
  Misspeller misspeller(3);
  EXPECT_EQ(misspeller.misspell("päiväkotiäiti", SpellingError::kDotsDropped), "paivakotiaiti");
  EXPECT_EQ(misspeller.misspell("uusi hoitaja", SpellingError::kSpaceLeftOut), "uusihoitaja");
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(misspeller.misspell("hoitaja", SpellingError::kLetterDropped)->size(), 6U);
    EXPECT_EQ(misspeller.misspell("hoitaja", SpellingError::kLetterDoubled)->size(), 8U);
    EXPECT_EQ(misspeller.misspell("hoitaja", SpellingError::kLettersSwapped)->size(), 7U);
    const auto split = *misspeller.misspell("hoitaja", SpellingError::kSpacePutIn);
    EXPECT_TRUE(split == "hoi taja" || split == "hoit aja") << split;
    const auto hit = misspeller.misspell("hyväksyä", SpellingError::kNeighbourHit);
    ASSERT_TRUE(hit);
    EXPECT_EQ(count_code_points(*hit), 8U);
  }
}

TEST(Misspeller, FindsNoPlaceInSomeWords) {
  Misspeller misspeller(3);
  EXPECT_EQ(misspeller.misspell("hoitaja", SpellingError::kDotsDropped), std::nullopt);
  EXPECT_EQ(misspeller.misspell("hoito", SpellingError::kSpacePutIn), std::nullopt);
  EXPECT_EQ(misspeller.misspell("", SpellingError::kLetterDropped), std::nullopt);
}

TEST(Misspeller, MakesTheSameErrorsWithTheSameSeed) {
  Misspeller a(5);
  Misspeller b(5);
  for (const SpellingError error : kSpellingErrors) {
    EXPECT_EQ(a.misspell("työhyvinvointi", error), b.misspell("työhyvinvointi", error));
  }
}

}  // namespace
}  // namespace kiertoon
