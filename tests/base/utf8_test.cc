#include "base/utf8.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

const std::vector<std::string>& well_formed() {
  static const std::vector<std::string> texts{"",
                                              "a",
                                              std::string("\0", 1),
                                              "työhyvinvointi",
                                              "\u00AD",
                                              "\u20AC",
                                              "\uFFFD",
                                              "\U0001F642",
                                              "\U0010FFFF"};
  return texts;
}

const std::vector<std::string>& ill_formed() {
  static const std::vector<std::string> texts{
      "\x80",              // a continuation byte alone
      "ty\xF6",            // Latin-1
      "\xC3",              // cut short
      "\xE2\x82",          // cut short
      "\xF0\x9F\x99",      // cut short
      "\xC0\xAF",          // "/" in two bytes: overlong
      "\xE0\x80\xAF",      // overlong
      "\xED\xA0\x80",      // a surrogate
      "\xF4\x90\x80\x80",  // beyond U+10FFFF
      "\xFE",
      "\xFF",
      "a\xC3(",
  };
  return texts;
}

TEST(IsValidUtf8, AcceptsEveryCharacter) {
  for (const auto& text : well_formed()) {
    EXPECT_TRUE(is_valid_utf8(text)) << text;
  }
}

TEST(IsValidUtf8, RefusesIllFormedBytes) {
  for (std::size_t i = 0; i < ill_formed().size(); ++i) {
    EXPECT_FALSE(is_valid_utf8(ill_formed()[i])) << "text number " << i;
  }
}

// Where the bytes stand must not matter to a look at several at a time.
TEST(IsValidUtf8, LooksAtEveryPlaceOfATextInAscii) {
  for (std::size_t before = 0; before < 20; ++before) {
    for (std::size_t after = 0; after < 20; ++after) {
      const std::string begin(before, 'a');
      const std::string end(after, '\x7F');
      for (const auto& text : well_formed()) {
        EXPECT_TRUE(is_valid_utf8(begin + text + end)) << before << " " << after << " " << text;
      }
      for (std::size_t i = 0; i < ill_formed().size(); ++i) {
        EXPECT_FALSE(is_valid_utf8(begin + ill_formed()[i] + end))
            << before << " " << after << " text number " << i;
      }
    }
  }
}

TEST(ToValidUtf8, LeavesWellFormedTextAlone) {
  for (const auto& text : well_formed()) {
    EXPECT_EQ(to_valid_utf8(text), text);
  }
}

TEST(ToValidUtf8, ReplacesWhatIsIllFormedAndKeepsTheRest) {
  for (std::size_t i = 0; i < ill_formed().size(); ++i) {
    const std::string valid = to_valid_utf8("alku " + ill_formed()[i] + " loppu");
    EXPECT_TRUE(is_valid_utf8(valid)) << "text number " << i;
    EXPECT_NE(valid.find("\uFFFD"), std::string::npos) << "text number " << i;
    EXPECT_TRUE(valid.starts_with("alku ") && valid.ends_with(" loppu")) << "text number " << i;
  }
  EXPECT_EQ(to_valid_utf8("ty\xF6!"), "ty\uFFFD!");
}

TEST(CountCodePoints, CountsCharactersNotBytes) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("työ"), 3U);
  EXPECT_EQ(count_code_points("\U0001F642\u20AC"), 2U);
  EXPECT_EQ(count_code_points("a\xFFz"), 3U);
}

TEST(ByteOffset, FindsWhereACharacterBegins) {
  EXPECT_EQ(byte_offset("yötyö", 0), 0U);
  EXPECT_EQ(byte_offset("yötyö", 2), 3U);
  EXPECT_EQ(byte_offset("yötyö", 5), 7U);
}

TEST(ByteOffset, StopsAtTheEnd) {
  EXPECT_EQ(byte_offset("työ", 99), 4U);
  EXPECT_EQ(byte_offset("", 1), 0U);
}

TEST(TruncateUtf8, CutsBetweenCharactersOnly) {
  EXPECT_EQ(truncate_utf8("työ", 4), "työ");
  EXPECT_EQ(truncate_utf8("työ", 3), "ty");
  EXPECT_EQ(truncate_utf8("työ", 2), "ty");
  EXPECT_EQ(truncate_utf8("\U0001F642", 3), "");
  EXPECT_EQ(truncate_utf8("työ", 0), "");
  EXPECT_EQ(truncate_utf8("", 5), "");
}

TEST(TruncateUtf8, NeverGivesMoreThanAskedForOfBrokenText) {
  EXPECT_LE(truncate_utf8("\x80\x80\x80\x80", 2).size(), 2U);
  EXPECT_LE(truncate_utf8("\xC3\xC3\xC3", 2).size(), 2U);
}

}  // namespace
}  // namespace kiertoon
