#include "analysis/action_noun.h"

#include <string>

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

TEST(ActionNoun, IsTheNominativeOfAnyForm) {
  for (const std::string form : {"johtaminen",
                                 "johtamisen",
                                 "johtamista",
                                 "johtamisessa",
                                 "johtamiseen",
                                 "johtamisten",
                                 "johtamisia",
                                 "johtamisissakin"}) {
    EXPECT_EQ(action_noun(form), "johtaminen") << form;
  }
  EXPECT_EQ(action_noun("perehdyttämisestä"), "perehdyttäminen");
  EXPECT_EQ(action_noun("syömisen"), "syöminen");
}

TEST(ActionNoun, IsNothingOfOtherWords) {
  for (const std::string word : {"", "mis", "missä", "minen", "johtaja", "kamis", "johtamis"}) {
    EXPECT_FALSE(action_noun(word)) << word;
  }
}

}  // namespace
}  // namespace kiertoon
