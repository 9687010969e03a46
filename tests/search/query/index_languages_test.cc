#include "search/query/index_languages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

FacetCounts counts(std::vector<FacetValue> values) {
  return {.facet = Facet::kLanguage, .values = std::move(values)};
}

TEST(IndexLanguages, AreCommonFromATwentiethOfTheDeedsOn) {
  const auto languages = index_languages(counts({{"fi", 95}, {"sv", 5}}), 100);
  EXPECT_TRUE(languages.is_common(Language::kFinnish));
  EXPECT_TRUE(languages.is_common(Language::kSwedish));
  EXPECT_FALSE(index_languages(counts({{"fi", 96}, {"sv", 4}}), 100).is_common(Language::kSwedish));
}

TEST(IndexLanguages, AreRepresentedFromOneDeedOfTwoHundredOn) {
  const auto languages = index_languages(counts({{"fi", 990}, {"sv", 6}, {"en", 4}}), 1000);
  EXPECT_TRUE(languages.is_represented(Language::kSwedish));
  EXPECT_FALSE(languages.is_common(Language::kSwedish));
  EXPECT_FALSE(languages.is_represented(Language::kEnglish));
  EXPECT_TRUE(index_languages(counts({{"en", 1}}), 200).is_represented(Language::kEnglish));
}

TEST(IndexLanguages, AreThoseOfTheDeedsWhateverTheirOrder) {
  EXPECT_THAT(index_languages(counts({{"sv", 70}, {"fi", 30}}), 100).represented,
              UnorderedElementsAre(Language::kFinnish, Language::kSwedish));
}

TEST(IndexLanguages, AreNoneOfAnEmptyIndexOrOfUnknownCodes) {
  EXPECT_THAT(index_languages(counts({}), 0).represented, IsEmpty());
  EXPECT_THAT(index_languages(counts({{"fi", 0}}), 0).common, IsEmpty());
  EXPECT_THAT(index_languages(counts({{"de", 9}, {"", 1}}), 10).represented, IsEmpty());
}

}  // namespace
}  // namespace kiertoon
