#include "search/query/query_words.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analysis/test_analyzer.h"

namespace kiertoon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The words as they stand in the text, "+" before those that follow another.
std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  for (const auto& word : query_words(text, test_analyzer())) {
    words.push_back((word.follows_word ? "+" : "") +
                    std::string(text.substr(word.start, word.end - word.start)));
  }
  return words;
}

TEST(QueryWords, AreThoseOfTextPhrasesAndFields) {
  EXPECT_THAT(words_in("Hyvä malli"), ElementsAre("Hyvä", "+malli"));
  EXPECT_THAT(words_in("\"varhaisen tuen\" malli"), ElementsAre("varhaisen", "+tuen", "malli"));
  EXPECT_THAT(words_in("otsikko:etätyö ohje"), ElementsAre("etätyö", "ohje"));
  EXPECT_THAT(words_in("organisaatio:\"Limingan kunta\""), ElementsAre("Limingan", "+kunta"));
}

TEST(QueryWords, AreNotWhatIsExcludedOrNoWord) {
  EXPECT_THAT(words_in("hoitaja -kotihoito hyvinv* kieli:sv vuosi:2021"), ElementsAre("hoitaja"));
  EXPECT_THAT(words_in(""), IsEmpty());
  EXPECT_THAT(words_in(" -- \"\" () "), IsEmpty());
}

TEST(QueryWords, FollowOneAnotherOverASpaceAlone) {
  EXPECT_THAT(words_in("työ  hyvin vointi"), ElementsAre("työ", "+hyvin", "+vointi"));
  EXPECT_THAT(words_in("työ, hyvin OR vointi"), ElementsAre("työ", "hyvin", "vointi"));
  EXPECT_THAT(words_in("työ -ja hyvin"), ElementsAre("työ", "hyvin"));
  EXPECT_THAT(words_in("työ hyvinv* vointi"), ElementsAre("työ", "vointi"));
}

TEST(QueryWords, AreThePartsOfHyphenatedWordsWithoutEndingsAfterAColon) {
  EXPECT_THAT(words_in("hr-toiminnot KT:n työ"), ElementsAre("hr", "toiminnot", "KT", "työ"));
  const auto words = query_words("HR-toiminnot", test_analyzer());
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[1].folded, "toiminnot");
  EXPECT_EQ(words[1].whole, "hr-toiminnot");
  EXPECT_TRUE(words[0].has_capital);
  EXPECT_FALSE(words[1].has_capital);
}

TEST(QueryWords, TakeAnyBytes) {
  for (const std::string text : {"\xFF\xC3 \"", "a\"b\"c", "::-:", "\xE2\x80\x9C", "(()"}) {
    for (const auto& word : query_words(text, test_analyzer())) {
      EXPECT_LE(word.start, word.end);
      EXPECT_LE(word.end, text.size());
    }
  }
}

}  // namespace
}  // namespace kiertoon
