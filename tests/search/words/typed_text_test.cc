#include "search/words/typed_text.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> keys(std::string_view text) {
  std::vector<std::string> keys;
  for (const auto& tail : read_typed_text(text).tails) {
    keys.push_back(tail.key);
  }
  return keys;
}

std::string kept(std::string_view text) {
  return std::string(text.substr(0, read_typed_text(text).tails.back().start));
}

TEST(TypedText, CompletesTheLastWordAndThoseBeforeIt) {
  EXPECT_THAT(keys("varhaisen tuen ma"), ElementsAre("varhaisen tuen ma", "tuen ma", "ma"));
  EXPECT_THAT(keys("a b c d e"), ElementsAre("b c d e", "c d e", "d e", "e"));
  EXPECT_EQ(kept("varhaisen tuen ma"), "varhaisen tuen ");
}

TEST(TypedText, TakesTheWordsBeforeAsContext) {
  EXPECT_THAT(read_typed_text("varhaisen tuen ma").context, ElementsAre("varhaisen", "tuen"));
  EXPECT_THAT(read_typed_text("ma").context, IsEmpty());
  EXPECT_THAT(read_typed_text("vuosi:2021 -koulu ma").context, ElementsAre("vuosi:2021", "-koulu"));
}

TEST(TypedText, GoesOnAfterASpaceWithSeveralWordsOnly) {
  const auto typed = read_typed_text("varhaisen ");
  ASSERT_EQ(typed.tails.size(), 1U);
  EXPECT_EQ(typed.tails[0].key, "varhaisen ");
  EXPECT_FALSE(typed.tails[0].is_one_word);
  EXPECT_THAT(typed.context, ElementsAre("varhaisen"));
}

TEST(TypedText, CompletesTheWordBehindOperators) {
  EXPECT_EQ(kept("koulu -tyo"), "koulu -");
  EXPECT_TRUE(read_typed_text("-tyo").is_excluded);
  EXPECT_EQ(kept("otsikko:etä"), "otsikko:");
  EXPECT_EQ(read_typed_text("otsikko:etä").field, TextField::kTitle);
  EXPECT_THAT(keys("työ*"), ElementsAre("tyo"));
  EXPECT_EQ(kept("(koul"), "");
}

TEST(TypedText, CompletesWithinAnOpenPhrase) {
  const auto typed = read_typed_text("koulu \"varhaisen tu");
  EXPECT_TRUE(typed.is_quoted);
  EXPECT_THAT(keys("koulu \"varhaisen tu"), ElementsAre("varhaisen tu", "tu"));
  EXPECT_EQ(typed.quoted, "varhaisen");
  EXPECT_EQ(read_typed_text("\"varhaisen tuen ma").quoted, "varhaisen tuen");
  EXPECT_EQ(read_typed_text("\"varhaisen tuen ").quoted, "varhaisen tuen");
  EXPECT_EQ(read_typed_text("koulu \"var").quoted, "");
  EXPECT_EQ(read_typed_text("koulu var").quoted, "");
  EXPECT_EQ(typed.tails.front().start, 7U);
  EXPECT_EQ(typed.tails.front().clause_start, 6U);
}

TEST(TypedText, WordsBeforeAnOperatorAreNotPartOfTheTail) {
  EXPECT_THAT(keys("koulu -työ"), ElementsAre("tyo"));
  EXPECT_THAT(keys("-työ koulu"), ElementsAre("koulu"));
  EXPECT_THAT(keys("otsikko:koulu uusi"), ElementsAre("uusi"));
  EXPECT_THAT(keys("koulu OR työ"), ElementsAre("tyo"));
}

class NothingToComplete : public testing::TestWithParam<std::string_view> {};

TEST_P(NothingToComplete, HasNoTail) {
  EXPECT_THAT(read_typed_text(GetParam()).tails, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Texts,
                         NothingToComplete,
                         testing::Values("",
                                         " ",
                                         "\"",
                                         "\"varhaisen tuki\"",
                                         "\"varhaisen tuki\" ",
                                         "vuosi:2021",
                                         "kieli:sv",
                                         "työ OR",
                                         "-",
                                         "*",
                                         "--",
                                         "!?",
                                         "otsikko:etä ",
                                         "-työ ",
                                         "\xFF\xFE",
                                         "\x01"));

}  // namespace
}  // namespace kiertoon
