#include "search/words/letter_sequences.h"

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

TEST(LetterSequences, AreThoseOfTheWords) {
  const auto list = WordList::of({{.folded = "työhyvinvointi", .word = "", .deeds = 1},
                                  {.folded = "hyvin", .word = "", .deeds = 1}},
                                 1);
  const LetterSequences sequences(list);
  EXPECT_TRUE(sequences.has_all_of("työhyvinvointi"));
  EXPECT_TRUE(sequences.has_all_of("työhyvin")) << "put together from both";
  EXPECT_FALSE(sequences.has_all_of("työhyvinvointia"));
  EXPECT_FALSE(sequences.has_all_of("vointi"));
  EXPECT_FALSE(sequences.has_all_of("tyohyvinvointi"));
}

TEST(LetterSequences, OfNoWordsAreNone) {
  EXPECT_FALSE(LetterSequences().has_all_of("työ"));
  EXPECT_FALSE(LetterSequences(WordList()).has_all_of("työ"));
}

}  // namespace
}  // namespace kiertoon
