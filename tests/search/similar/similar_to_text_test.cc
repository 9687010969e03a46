#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/similar/similar_deeds.h"
#include "tests/search/similar/example_deeds.h"

namespace kiertoon {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

struct Question {
  const char* text;
  const char* word;  // stands in a shared word
  Language language;
};

class SimilarToText : public testing::TestWithParam<Question> {};

TEST_P(SimilarToText, AreDeedsAboutIt) {
  const auto deeds = similar({.text = GetParam().text});
  ASSERT_THAT(deeds, Not(IsEmpty()));
  EXPECT_EQ(deeds.front().facts.language, GetParam().language);
  EXPECT_THAT(deeds.front().shared_themes, IsEmpty());  // a text has none
  EXPECT_FALSE(deeds.front().duplicate_of);
  bool has_word = false;
  for (const auto& deed : deeds) {
    for (const auto& word : deed.shared_words) {
      has_word = has_word || word.find(GetParam().word) != std::string::npos;
    }
  }
  EXPECT_TRUE(has_word);
}

INSTANTIATE_TEST_SUITE_P(
    Languages,
    SimilarToText,
    testing::Values(
        Question{
            "Kotihoidon sairauspoissaolot kasvavat ja sijaisia on vaikea saada. Miten muut ovat "
            "vähentäneet poissaoloja?",
            "poissaolo",
            Language::kFinnish},
        Question{"Vi behöver en tolk när vi talar med kunder som inte kan svenska på rådgivningen.",
                 "rådgivning",
                 Language::kSwedish},
        Question{"How do newcomers learn the language at the workplace? We need open language "
                 "practice for immigrants.",
                 "language",
                 Language::kEnglish}));

TEST(SimilarToText, FindsADeedByItsOwnText) {
  for (const char* id : {"esim-2023-0343", "esim-2022-0043"}) {
    std::string text = example_deed(id).title + ". " + example_deed(id).summary;
    for (const auto& section : example_deed(id).sections) {
      text += "\n" + section.text;
    }
    const auto deeds = similar({.text = text});
    ASSERT_THAT(deeds, Not(IsEmpty()));
    EXPECT_EQ(place_of(id, deeds), 1U);
    EXPECT_EQ(deeds.front().closeness, Closeness::kVeryClose);
  }
}

TEST(SimilarToText, FindsNothingForWhatHasNoWordOfTheDeeds) {
  for (const char* text : {"Asdf qwerty zxcv uiop ghjkl",
                           "ja tai että on",
                           "!",
                           "🎉🎉🎉",
                           "\xFF\xFE",
                           "Гравитация чёрной дыры"}) {
    EXPECT_THAT(ids(similar({.text = text})), IsEmpty()) << text;
    EXPECT_THAT(ids(similar({.text = text, .distance = Distance::kAny})), IsEmpty()) << text;
  }
}

TEST(SimilarToText, FindsNothingCloseToWhatNoDeedIsAbout) {
  for (const char* text :
       {"Mustan aukon tapahtumahorisontti säteilee lämpöä kvanttikenttäteorian mukaan.",
        "Ranskan vallankumous kaatoi kuningasvallan ja toi giljotiinin Pariisin toreille.",
        "Timantin kiderakenne muodostuu hiiliatomien tetraedrisista sidoksista."}) {
    for (const auto& deed : similar({.text = text})) {
      EXPECT_EQ(deed.closeness, Closeness::kLooselyRelated) << text << ' ' << deed.facts.title;
    }
  }
}

TEST(SimilarToText, TakesTheLongestText) {
  std::string text;
  while (text.size() < kMaxSimilarTextBytes) {
    text += example_deed("esim-2023-0343").summary + ' ';
  }
  text.resize(kMaxSimilarTextBytes);
  EXPECT_THAT(ids(similar({.text = text})), Contains("esim-2023-0343"));
  EXPECT_THAT(similar({.text = std::string(kMaxSimilarTextBytes, 'k')}), IsEmpty());
  EXPECT_THAT(similar({.text = std::string(kMaxSimilarTextBytes, '\0')}), IsEmpty());
}

TEST(SimilarToText, TogetherWithDeedsBothCount) {
  const char* const text = "Kirjaston lainauskone ja lainaajien kortit kirjastoautossa";
  SimilarRequest request = wide("esim-2023-0343");
  const auto of_deed = ids(similar(request));
  request.text = text;
  const auto of_both = ids(similar(request));
  EXPECT_NE(of_both, of_deed);
  EXPECT_THAT(of_both, Contains(testing::AnyOfArray(of_deed)));
}

}  // namespace
}  // namespace kiertoon
