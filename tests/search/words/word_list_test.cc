#include "search/words/word_list.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

WordList example_list() {
  return WordList::of(
      {{.folded = "työtä", .word = "työtä", .deeds = 3, .bases = {7}},
       {.folded = "liminka", .word = "Liminka", .base_deeds = 4},
       {.folded = "arbete", .word = "arbete", .language = Language::kSwedish, .deeds = 1},
       {.folded = "limingan", .word = "Limingan", .deeds = 4, .bases = {1}},
       {.folded = "on", .word = "on", .language = Language::kEnglish, .deeds = 1},
       {.folded = "on", .word = "on", .deeds = 7, .bases = {8, 6}},
       {.folded = "olla", .word = "olla", .base_deeds = 8},
       {.folded = "työ", .word = "työ", .deeds = 2, .base_deeds = 5, .bases = {7}},
       {.folded = "2021", .word = "2021", .base_deeds = 7}},
      9);
}

std::vector<std::string> words_in(const WordList& list, WordList::Range range) {
  std::vector<std::string> words;
  for (auto number = range.first; number < range.last; ++number) {
    words.emplace_back(list[number].word);
  }
  return words;
}

TEST(WordList, FindsAWordByItsFoldedFormOnceALanguage) {
  const WordList list = example_list();
  EXPECT_EQ(list.size(), 8U);
  EXPECT_EQ(list.deed_count(), 9U);
  const auto found = list.find("on");
  ASSERT_EQ(found.last - found.first, 2U);
  EXPECT_EQ(list[found.first].language, Language::kFinnish);
  EXPECT_EQ(list[found.first].deeds, 7U);
  EXPECT_EQ(list[found.first + 1].language, Language::kEnglish);
  EXPECT_TRUE(list.contains("liminka"));
  EXPECT_FALSE(list.contains("limink"));
  EXPECT_FALSE(list.contains("Liminka"));
  EXPECT_FALSE(list.contains(""));
  EXPECT_FALSE(list.contains("ööö"));
}

TEST(WordList, KeepsTheWritingOfNames) {
  const WordList list = example_list();
  EXPECT_EQ(list[list.find("limingan").first].word, "Limingan");
  EXPECT_EQ(list[list.find("työtä").first].word, "työtä");
}

TEST(WordList, LeadsFromAFormToItsBaseForms) {
  const WordList list = example_list();
  const auto bases = list.bases(list.find("limingan").first);
  ASSERT_EQ(bases.size(), 1U);
  EXPECT_EQ(list[bases.front()].word, "Liminka");
  EXPECT_EQ(list[bases.front()].frequency(), 4U);
  EXPECT_EQ(list.bases(list.find("on").first).size(), 1U) << "puuttuu is not of the list";
  EXPECT_TRUE(list.bases(list.find("on").first + 1).empty());
  EXPECT_EQ(list.bases(list.find("työtä").first).size(), 1U);
}

TEST(WordList, ListsTheWordsThatBeginAlike) {
  const WordList list = example_list();
  EXPECT_EQ(words_in(list, list.beginning_with("limin")),
            (std::vector<std::string>{"Limingan", "Liminka"}));
  EXPECT_EQ(words_in(list, list.beginning_with("työ")), (std::vector<std::string>{"työ", "työtä"}));
  EXPECT_TRUE(list.beginning_with("zz").empty());
  EXPECT_EQ(words_in(list, list.beginning_with("")).size(), list.size());
}

TEST(WordList, LeavesOutWordsThatAreTooLong) {
  const std::string longest(WordList::kLongestWord, 'a');
  const auto list = WordList::of({{.folded = longest, .word = longest, .deeds = 1},
                                  {.folded = longest + "a", .word = "b", .deeds = 1},
                                  {.folded = "c", .word = longest + "a", .deeds = 1},
                                  {.folded = "", .word = "d", .deeds = 1}},
                                 1);
  EXPECT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].word, longest);
}

TEST(WordListBytes, ReadBackTheSameList) {
  const WordList list = example_list();
  const auto read = value_or_throw(WordList::parse(list.serialise()));
  ASSERT_EQ(read.size(), list.size());
  EXPECT_EQ(read.deed_count(), list.deed_count());
  for (WordList::Number i = 0; i < list.size(); ++i) {
    EXPECT_EQ(read[i].word, list[i].word);
    EXPECT_EQ(read[i].folded, list[i].folded);
    EXPECT_EQ(read[i].deeds, list[i].deeds);
    EXPECT_EQ(read.bases(i).size(), list.bases(i).size());
  }
  EXPECT_EQ(value_or_throw(WordList::parse(WordList().serialise())).size(), 0U);
}

TEST(WordListBytes, CutShortOrTooLongAreRefused) {
  const std::string bytes = example_list().serialise();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(WordList::parse(std::string_view(bytes).substr(0, size))) << size;
  }
  EXPECT_FALSE(WordList::parse(bytes + 'x'));
}

TEST(WordListBytes, OfAnotherVersionAreRefusedAsSuch) {
  std::string bytes = example_list().serialise();
  bytes[8] = '\x7F';
  const auto parsed = WordList::parse(bytes);
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().code, ErrorCode::kVersionMismatch);
}

TEST(WordListBytes, GarbledAnywhereLeadToAnErrorOrToAListThatAnswers) {
  const std::string bytes = example_list().serialise();
  std::size_t refused = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const char garbage : {'\0', '\x7F', '\xFF'}) {
      std::string garbled = bytes;
      garbled[i] = garbage;
      const auto parsed = WordList::parse(garbled);
      if (!parsed) {
        ++refused;
        continue;
      }
      for (WordList::Number number = 0; number < parsed->size(); ++number) {
        EXPECT_TRUE(parsed->contains((*parsed)[number].folded));
        EXPECT_LE(parsed->bases(number).size(), parsed->size());
      }
    }
  }
  EXPECT_GT(refused, bytes.size() / 2);
}

}  // namespace
}  // namespace kiertoon
