#include "search/words/spelling.h"

#include <string>

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

constexpr int kAny = 1000;

std::optional<int> cost(std::string_view typed, std::string_view word, int most = kAny) {
  return spelling_cost(Letters(typed), Letters(word), most);
}

TEST(Skeleton, IsTheSameWithoutDotsAndDoubleLetters) {
  EXPECT_EQ(skeleton("työhyvinvointi"), "tyohyvinvointi");
  EXPECT_EQ(skeleton("kehittäminen"), "kehitaminen");
  EXPECT_EQ(skeleton("kehitaminen"), "kehitaminen");
  EXPECT_EQ(skeleton("välfärdsområde"), "valfardsomrade");
  EXPECT_EQ(skeleton("päätös"), "patos");
  EXPECT_EQ(skeleton(""), "");
}

TEST(Skeleton, KeepsOtherScriptsWhole) {
  EXPECT_EQ(skeleton("ввод"), "ввод");
  EXPECT_EQ(skeleton("東東"), "東東");
}

TEST(SpellingCost, IsNothingForTheSameWord) {
  EXPECT_EQ(cost("työ", "työ"), 0);
  EXPECT_EQ(cost("", ""), 0);
}

TEST(SpellingCost, CountsEachKindOfErrorByItself) {
  EXPECT_EQ(cost("tyo", "työ"), SpellingCosts::kDots);
  EXPECT_EQ(cost("kehitaminen", "kehittäminen"), SpellingCosts::kDouble + SpellingCosts::kDots);
  EXPECT_EQ(cost("kehitttäminen", "kehittäminen"), SpellingCosts::kDouble);
  EXPECT_EQ(cost("kehittöminen", "kehittäminen"), SpellingCosts::kNeighbour);
  EXPECT_EQ(cost("kehittaimnen", "kehittaminen"), SpellingCosts::kSwap);
  EXPECT_EQ(cost("kehttäminen", "kehittäminen"), SpellingCosts::kOmission);
  EXPECT_EQ(cost("kehxttäminen", "kehittäminen"), SpellingCosts::kEdit);
  EXPECT_EQ(cost("kehixttäminen", "kehittäminen"), SpellingCosts::kEdit);
  EXPECT_EQ(cost("kehittäminex", "kehittäminen"), SpellingCosts::kEdit);
}

TEST(SpellingCost, AddsUp) {
  EXPECT_EQ(cost("kehttaminne", "kehittäminen"),
            SpellingCosts::kOmission + SpellingCosts::kDots + SpellingCosts::kSwap);
}

TEST(SpellingCost, IsHigherForTheFirstLetter) {
  EXPECT_EQ(cost("xoito", "hoito"), SpellingCosts::kEdit + SpellingCosts::kFirstLetter);
  EXPECT_EQ(cost("oito", "hoito"), SpellingCosts::kOmission + SpellingCosts::kFirstLetter);
  EXPECT_EQ(cost("aiti", "äiti"), SpellingCosts::kDots);
}

TEST(SpellingCost, GivesUpBeyondTheMost) {
  EXPECT_EQ(cost("kehixttäminen", "kehittäminen", SpellingCosts::kEdit), SpellingCosts::kEdit);
  EXPECT_EQ(cost("kehixttäminen", "kehittäminen", SpellingCosts::kEdit - 1), std::nullopt);
  EXPECT_EQ(cost("sairaala", "kirjasto", 20), std::nullopt);
  EXPECT_EQ(cost("sairaala", "sairaalahoitaja"), std::nullopt);
}

TEST(SpellingCost, TakesAnyBytes) {
  EXPECT_TRUE(cost("\xC3", "\xFF\xFE"));
  EXPECT_TRUE(cost(std::string(500, 'a'), std::string(500, 'a')));
  EXPECT_EQ(Letters(std::string(500, 'a')).size(), Letters::kMost);
}

}  // namespace
}  // namespace kiertoon
