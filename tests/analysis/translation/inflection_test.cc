#include "analysis/translation/inflection.h"

#include <algorithm>
#include <map>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

std::vector<std::string> words_of(const std::vector<BaseFormGuess>& guesses) {
  std::vector<std::string> words;
  for (const auto& guess : guesses) {
    words.push_back(guess.word);
  }
  return words;
}

TEST(DictionaryForms, OfSwedishWordsAreAmongTheGuesses) {
  const std::map<std::string, std::string> forms{
      {"skolorna", "skola"},
      {"skolans", "skola"},
      {"bilarna", "bil"},
      {"pojkar", "pojke"},
      {"lärarna", "lärare"},
      {"läraren", "lärare"},
      {"fåglar", "fågel"},
      {"regler", "regel"},
      {"åkrar", "åker"},
      {"arbeten", "arbete"},
      {"arbetena", "arbete"},
      {"barnens", "barn"},
      {"huset", "hus"},
      {"programmet", "program"},
      {"museet", "museum"},
      {"centret", "center"},
      {"städer", "stad"},
      {"böcker", "bok"},
      {"händerna", "hand"},
      {"byar", "by"},
      {"åren", "år"},
      {"fransmän", "fransman"},
      {"arbetar", "arbeta"},
      {"läser", "läsa"},
      {"bor", "bo"},
      {"arbetade", "arbeta"},
      {"läste", "läsa"},
      {"ringde", "ringa"},
      {"stora", "stor"},
      {"stort", "stor"},
      {"öppna", "öppen"},
      {"säkrare", "säkr"},
      {"tillverkning", "tillverka"},
      {"mätningarna", "mäta"},
      {"duglighet", "duglig"},
      {"studier", "studie"},
      {"utvecklas", "utveckla"},
  };
  for (const auto& [form, base] : forms) {
    EXPECT_THAT(words_of(guess_dictionary_forms(form, Language::kSwedish)), Contains(base)) << form;
  }
}

TEST(DictionaryForms, OfEnglishWordsAreAmongTheGuesses) {
  const std::map<std::string, std::string> forms{
      {"teachers", "teacher"},
      {"studies", "study"},
      {"children", "child"},
      {"women", "woman"},
      {"schoolchildren", "schoolchild"},
      {"knives", "knife"},
      {"phenomena", "phenomenon"},
      {"analyses", "analysis"},
      {"boxes", "box"},
      {"planning", "plan"},
      {"leading", "lead"},
      {"managing", "manage"},
      {"stopped", "stop"},
      {"tried", "try"},
      {"used", "use"},
      {"nurse's", "nurse"},
      {"women’s", "woman"},
      {"organisation", "organization"},
      {"centre", "center"},
      {"earlier", "early"},
  };
  for (const auto& [form, base] : forms) {
    EXPECT_THAT(words_of(guess_dictionary_forms(form, Language::kEnglish)), Contains(base)) << form;
  }
}

TEST(DictionaryForms, TellThePartOfSpeechWhereTheEndingDoes) {
  const auto guesses = guess_dictionary_forms("visor", Language::kSwedish);
  EXPECT_THAT(guesses, Contains(BaseFormGuess{"visa", PartOfSpeech::kNoun}));
  EXPECT_EQ(guess_dictionary_forms("städer", Language::kSwedish).front(),
            (BaseFormGuess{"stad", PartOfSpeech::kNoun}));
}

TEST(DictionaryForms, AreNeverTheWordItselfNorOneLetter) {
  for (const Language language : {Language::kSwedish, Language::kEnglish}) {
    for (const std::string word : {"", "s", "en", "ar", "ing", "ä", "äer", "öer", "'s", "s's"}) {
      for (const auto& guess : guess_dictionary_forms(word, language)) {
        EXPECT_NE(guess.word, word);
        EXPECT_GE(guess.word.size(), 2U) << word;
      }
    }
  }
  EXPECT_THAT(guess_dictionary_forms("kunnan", Language::kFinnish), IsEmpty());
}

TEST(FirstParts, AreSeenThrough) {
  const std::map<std::string, std::string> parts{{"arbets", "arbete"},
                                                 {"skol", "skola"},
                                                 {"kvinno", "kvinna"},
                                                 {"gatu", "gata"},
                                                 {"läkar", "läkare"},
                                                 {"familje", "familj"},
                                                 {"barna", "barn"},
                                                 {"musei", "museum"},
                                                 {"personal", "personal"},
                                                 {"utvecklings", "utveckling"}};
  for (const auto& [part, word] : parts) {
    EXPECT_THAT(words_of_first_part(part), Contains(word)) << part;
  }
  EXPECT_EQ(words_of_first_part("skol").front(), "skol");
}

TEST(FirstParts, AreMade) {
  const std::map<std::string, std::string> swedish{{"arbete", "arbets"},
                                                   {"skola", "skol"},
                                                   {"lärare", "lärar"},
                                                   {"utveckling", "utvecklings"},
                                                   {"säkerhet", "säkerhets"},
                                                   {"barn", "barn"}};
  for (const auto& [word, part] : swedish) {
    EXPECT_EQ(swedish_first_part(word), part);
  }
  EXPECT_EQ(finnish_first_part("kehittäminen"), "kehittämis");
  EXPECT_EQ(finnish_first_part("työ"), "työ");
  EXPECT_EQ(finnish_first_part("nen"), "nen");
}

}  // namespace
}  // namespace kiertoon
