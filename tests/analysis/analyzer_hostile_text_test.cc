// What nobody writes but somebody sends: the analyzer never fails, and its offsets stay inside the
// text and between its characters.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "tests/analysis/test_analyzer.h"
#include "tests/repeat.h"

namespace kiertoon {
namespace {

void expect_sane_terms(std::string_view word, const TermList& terms) {
  for (const auto& term : terms) {
    EXPECT_FALSE(term.text.empty()) << word.substr(0, 40);
    EXPECT_LE(term.text.size(), 200U);
    EXPECT_TRUE(is_valid_utf8(term.text)) << word.substr(0, 40);
    ASSERT_LE(term.begin, term.end);
    ASSERT_LE(term.end, word.size());
    if (is_valid_utf8(word)) {
      EXPECT_TRUE(is_valid_utf8(word.substr(term.begin, term.end - term.begin)))
          << term.text << " cuts a character of " << word.substr(0, 40);
    }
  }
}

void expect_sane_tokens(std::string_view text) {
  for (const Language language : kLanguages) {
    for (const TextRole role : {TextRole::kDocument, TextRole::kQuery}) {
      std::uint32_t end = 0;
      for (const auto& token : test_analyzer().analyze(text, language, role)) {
        ASSERT_LE(end, token.start);
        ASSERT_LT(token.start, token.end);
        ASSERT_LE(token.end, text.size());
        end = token.end;
        expect_sane_terms(text.substr(token.start, token.end - token.start), *token.terms);
      }
    }
  }
}

TEST(HostileText, OfIllFormedBytesIsRead) {
  for (const std::string text :
       {"ty\xF6hyvinvointi", "\xFF\xFE\xFD", "ty\xC3", "\x80työ\x80", "a\xC3-\xC3:\xC3n"}) {
    expect_sane_tokens(text);
  }
  EXPECT_FALSE(test_analyzer().analyze("\xFFtyö\xFF ja", Language::kFinnish).empty());
}

TEST(HostileText, WithZeroBytesAndControlCharactersIsRead) {
  expect_sane_tokens(std::string("työ\0hyvin\0", 11));
  expect_sane_tokens("\x01\x02työ\x1F\x7F");
}

TEST(HostileText, OfOneEndlessWordIsRead) {
  for (const std::string letter : {"a", "ä", "ა", "\U00010400"}) {
    const std::string word = repeat(letter, 100'000);
    expect_sane_tokens(word);
    EXPECT_EQ(test_analyzer().analyze(word, Language::kFinnish).size(), 1U) << letter;
  }
}

TEST(HostileText, OfEndlessHyphensAndColonsIsRead) {
  expect_sane_tokens(repeat("a-", 50'000));
  expect_sane_tokens(repeat("a:b", 30'000));
  expect_sane_tokens(repeat("työ-", 200) + "työ");
  expect_sane_tokens(":::---:::");
  expect_sane_tokens("-a- :n a: a:- -:a");
}

TEST(HostileText, OfCombiningMarksIsRead) {
  expect_sane_tokens("a" + repeat("\u0301", 1000));
  expect_sane_tokens(repeat("\u0301", 1000));
  expect_sane_tokens("a-" + repeat("\u0301", 20));
  expect_sane_tokens(repeat("\u0E34", 20));  // vowels of Thai without a consonant
  expect_sane_tokens("\u0E01" + repeat("\u0E34", 20));
  expect_sane_tokens(repeat("\u3099", 20));  // voiced sound marks of Japanese
}

TEST(HostileText, InOtherScriptsIsRead) {
  for (const std::string text : {"Город и люди",
                                 "東京都の職員",
                                 "한국어 공무원",
                                 "שלום עולם",
                                 "مرحبا بالعالم",
                                 "ภาษาไทย",
                                 "हिन्दी"}) {
    expect_sane_tokens(text);
    EXPECT_FALSE(test_analyzer().analyze(text, Language::kFinnish).empty()) << text;
  }
}

TEST(HostileText, WithInvisibleCharactersIsRead) {
  expect_sane_tokens("\u202Etyö\u202C \u200Ba\u200D\u2060");
  expect_sane_tokens(repeat("a\u00AD", 5000));
  expect_sane_tokens("\u00AD\u00AD");
}

TEST(HostileText, KeepsTheWordsAroundItFindable) {
  const std::string text = "alku " + repeat("x", 100'000) + " \xFF loppu";
  const auto tokens = test_analyzer().analyze(text, Language::kFinnish);
  ASSERT_GE(tokens.size(), 3U);
  EXPECT_EQ(tokens.front().terms->front().text, "alku");
  EXPECT_EQ(text.substr(tokens.back().start), "loppu");
}

}  // namespace
}  // namespace kiertoon
