#include "analysis/collation.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using Titles = std::vector<std::string>;

Titles sorted(Titles titles) {
  std::stable_sort(titles.begin(), titles.end(), [](const auto& a, const auto& b) {
    return finnish_sort_key(a) < finnish_sort_key(b);
  });
  return titles;
}

void expect_order(const Titles& wanted) {
  Titles mixed = wanted;
  std::reverse(mixed.begin(), mixed.end());
  EXPECT_EQ(sorted(mixed), wanted);
}

TEST(FinnishSortKey, PutsSwedishOAndTheDotsLast) {
  expect_order({"aika", "oma", "zumba", "Åbo", "ääni", "öljy"});
}

TEST(FinnishSortKey, PassesOverLetterCaseAndPunctuation) {
  expect_order({"#aamu", "Aika", "\"alku\"", "ANTI", "– apu"});
}

TEST(FinnishSortKey, PutsAccentedLettersWithTheirBase) {
  expect_order({"cafe", "café", "cafeteria"});
  expect_order({"saha", "šakki", "salaatti"});
}

TEST(FinnishSortKey, CountsNumbersByTheirValue) {
  expect_order({"2 tekoa", "10 tekoa", "27 ekotekoa", "100 tekoa", "Aika"});
  expect_order({"Kuntatyö 9", "Kuntatyö 10"});
}

TEST(FinnishSortKey, IsOneForEqualTitlesAndEitherNormalForm) {
  EXPECT_EQ(finnish_sort_key("työ"), finnish_sort_key("tyo\u0308"));
  EXPECT_EQ(finnish_sort_key(""), finnish_sort_key(""));
  EXPECT_NE(finnish_sort_key("työ"), finnish_sort_key("tyo"));
}

TEST(FinnishSortKey, PutsTheEmptyTitleFirst) {
  expect_order({"", "a"});
}

TEST(FinnishSortKey, IsShortForLongAndBrokenTitles) {
  EXPECT_LE(finnish_sort_key(std::string(100'000, 'x')).size(), 200U);
  EXPECT_LE(finnish_sort_key("ty\xF6\xFF").size(), 200U);
  EXPECT_LT(finnish_sort_key("a" + std::string(1000, 'x')),
            finnish_sort_key("b" + std::string(1000, 'x')));
}

}  // namespace
}  // namespace kiertoon
