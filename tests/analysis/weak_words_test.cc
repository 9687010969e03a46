#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/text.h"
#include "tests/analysis/test_analyzer.h"

namespace kiertoon {
namespace {

using ::testing::IsEmpty;

struct Words {
  Language language = Language::kFinnish;
  std::vector<std::string> words = {};
};

// Of the project's list.
std::vector<std::string> weak_words(std::string_view language) {
  std::ifstream in(test_data_folder() / "weak_words" / (std::string(language) + ".txt"));
  std::vector<std::string> words;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && !line.starts_with('#')) {
      words.push_back(line);
    }
  }
  return words;
}

std::set<std::string> base_forms(const std::string& word) {
  std::set<std::string> forms;
  for (const Token& token : test_analyzer().analyze(word, Language::kFinnish)) {
    for (const Term& term : *token.terms) {
      if (term.kind == TermKind::kBaseForm) {
        forms.insert(term.text);
      }
    }
  }
  return forms;
}

TEST(TellingWord, IsAWordThatSaysWhatADeedIsAbout) {
  for (const Words& telling :
       {Words{Language::kFinnish,
              {"työhyvinvointi",
               "Työhyvinvoinnista",
               "perehdytys",
               "perehdytyksen",
               "hus",
               "HUS",
               "chatbot",
               "chatbotin",
               "kotihoito",
               "palvelutalo",
               "työkyky",
               "LEAN",
               "päivähoito"}},
        Words{Language::kSwedish, {"arbetshälsa", "Introduktionen", "hemvård", "daghem"}},
        Words{Language::kEnglish, {"wellbeing", "Induction", "nurses"}}}) {
    for (const auto& word : telling.words) {
      EXPECT_TRUE(test_analyzer().is_telling(word, telling.language)) << word;
    }
  }
}

TEST(TellingWord, IsNoFunctionWordNoNumberAndNothingEveryDeedHas) {
  for (const Words& silly :
       {Words{Language::kFinnish,
              {"ja",     "Ja",          "olla",   "oli",   "olivat",  "vuosi",  "vuodessa",
               "Vuonna", "tehtiin",     "tehdä",  "2021",  "2021-22", "ai",     "AI",
               "työ",    "työntekijät", "kunnan", "uusia", "kolme",   "kolmen", "kehitettiin",
               "",       "!",           "a",      "ää",    "K2",      "ennen",  "miten"}},
        Words{Language::kSwedish, {"och", "är", "År", "kommunens", "använder", "2021", "på", "ny"}},
        Words{Language::kEnglish, {"and", "The", "years", "Used", "3.5", "it", "Minutes"}}}) {
    for (const auto& word : silly.words) {
      EXPECT_FALSE(test_analyzer().is_telling(word, silly.language)) << word;
    }
  }
}

TEST(TellingWord, ListsBelongToTheirLanguage) {
  EXPECT_FALSE(test_analyzer().is_telling("help", Language::kEnglish));
  EXPECT_TRUE(test_analyzer().is_telling("help", Language::kFinnish));
  EXPECT_FALSE(test_analyzer().is_telling("mål", Language::kSwedish));
  EXPECT_TRUE(test_analyzer().is_telling("mål", Language::kFinnish));
}

TEST(TellingWord, TakesAnyBytes) {
  const std::string long_word(100'000, 'k');
  for (const std::string_view word : {std::string_view("\xFF\xFE\xFD"),
                                      std::string_view("\0\0\0", 3),
                                      std::string_view("---"),
                                      std::string_view("työ\xC3"),
                                      std::string_view(long_word)}) {
    for (const Language language : kLanguages) {
      EXPECT_EQ(test_analyzer().is_telling(word, language),
                test_analyzer().is_telling(word, language));
    }
  }
}

TEST(WeakWords, AreListedOnce) {
  for (const char* language : {"fi", "sv", "en"}) {
    std::set<std::string> seen;
    std::vector<std::string> again;
    for (const auto& word : weak_words(language)) {
      if (!seen.insert(fold(normalise(word))).second) {
        again.push_back(word);
      }
    }
    EXPECT_THAT(again, IsEmpty()) << language;
    EXPECT_GT(seen.size(), 50U) << language;
  }
}

TEST(WeakWords, AreNoStopWords) {
  for (const Language language : kLanguages) {
    std::vector<std::string> stop_words;
    for (const auto& word : weak_words(language_code(language))) {
      if (test_analyzer().is_stop_word(word, language)) {
        stop_words.push_back(word);
      }
    }
    EXPECT_THAT(stop_words, IsEmpty()) << language_code(language);
  }
}

// A form is listed only where its base forms are not, which would be enough.
TEST(WeakWords, OfFinnishAreBaseFormsOrStandForAFormAlone) {
  const auto listed = weak_words("fi");
  const std::set<std::string> weak(listed.begin(), listed.end());
  std::vector<std::string> unknown;
  std::vector<std::string> needless;
  for (const auto& word : listed) {
    const auto forms = base_forms(word);
    if (forms.empty()) {
      unknown.push_back(word);
    } else if (!forms.contains(word) &&
               std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
                 return weak.contains(form);
               })) {
      needless.push_back(word);
    }
  }
  EXPECT_THAT(unknown, IsEmpty());
  EXPECT_THAT(needless, IsEmpty());
}

TEST(WeakWords, AreNotTelling) {
  for (const Language language : kLanguages) {
    for (const auto& word : weak_words(language_code(language))) {
      EXPECT_FALSE(test_analyzer().is_telling(word, language)) << word;
    }
  }
}

}  // namespace
}  // namespace kiertoon
