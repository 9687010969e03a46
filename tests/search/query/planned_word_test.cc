#include "search/query/planned_word.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

PlannedWord word(std::string text, const std::vector<std::string>& terms) {
  PlannedWord planned{.word = std::move(text)};
  for (const auto& term : terms) {
    planned.alternatives.push_back({.term = term, .text = term});
  }
  return planned;
}

std::vector<std::string> terms(const PlannedWord& planned) {
  std::vector<std::string> all;
  for (const auto& alternative : planned.alternatives) {
    all.push_back(alternative.term);
  }
  return all;
}

TEST(PlannedWords, KeepDifferentWordsInTheirOrder) {
  std::vector<PlannedWord> words;
  add_planned_word(words, word("tuki", {"tuki"}));
  add_planned_word(words, word("apu", {"tuki"}));
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[0].word, "tuki");
  EXPECT_EQ(words[1].word, "apu");
}

TEST(PlannedWords, AddToTheWordOfTheSameSpellingWhatItHasNot) {
  std::vector<PlannedWord> words;
  add_planned_word(words, word("tuki", {"a", "b"}));
  add_planned_word(words, word("tuki", {"b", "c"}));
  ASSERT_EQ(words.size(), 1U);
  EXPECT_THAT(terms(words[0]), ElementsAre("a", "b", "c"));
}

TEST(PlannedWords, BeginWithWhatIsSurest) {
  PlannedWord synonyms = word("tuki", {"apu", "tuki"});
  for (auto& alternative : synonyms.alternatives) {
    alternative.kind = MatchKind::kSynonym;
  }
  std::vector<PlannedWord> words;
  add_planned_word(words, synonyms);
  add_planned_word(words, word("tuki", {"tuki", "tukea"}));
  EXPECT_THAT(terms(words[0]), ElementsAre("tuki", "tukea", "apu"));
  EXPECT_EQ(words[0].alternatives[0].kind, MatchKind::kBaseForm);
  add_planned_word(words, synonyms);
  EXPECT_THAT(terms(words[0]), ElementsAre("tuki", "tukea", "apu"));
}

TEST(PlannedWords, AddPhrasesOnceByName) {
  std::vector<PlannedWord> words;
  PlannedWord first = word("tuki", {});
  first.phrases = {{.words = {}, .name = "varhainen apu"}};
  PlannedWord second = first;
  second.phrases.push_back({.words = {}, .name = "aktiivinen tuki"});
  add_planned_word(words, first);
  EXPECT_THAT(words[0].alternatives, IsEmpty());
  add_planned_word(words, second);
  ASSERT_EQ(words.size(), 1U);
  ASSERT_EQ(words[0].phrases.size(), 2U);
  EXPECT_EQ(words[0].phrases[1].name, "aktiivinen tuki");
}

TEST(PlannedWords, KeepTheBeginningsOfAWordThatIsRepeated) {
  std::vector<PlannedWord> words;
  PlannedWord beginning{.word = "hyvinv*", .prefixes = {"hyvinv"}};
  add_planned_word(words, beginning);
  add_planned_word(words, beginning);
  ASSERT_EQ(words.size(), 1U);
  EXPECT_THAT(words[0].prefixes, ElementsAre("hyvinv"));
}

}  // namespace
}  // namespace kiertoon
