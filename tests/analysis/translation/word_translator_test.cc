#include "analysis/translation/word_translator.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analysis/test_analyzer.h"
#include "tests/analysis/translation/dictd_writer.h"
#include "tests/test_folder.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::write_dictionary;

constexpr auto kFi = Language::kFinnish;
constexpr auto kSv = Language::kSwedish;
constexpr auto kEn = Language::kEnglish;

std::shared_ptr<const Dictionaries> small_dictionaries() {
  const TestFolder folder;
  write_dictionary(folder,
                   "swe-fin",
                   {{"arbete", "arbete <n>\ntyö\n"},
                    {"hälsa", "hälsa <n>\nterveys\n"},
                    {"hälsa", "hälsa <v>\ntervehtiä\n"},
                    {"visa", "visa <n>\nlaulu\n"},
                    {"visa", "visa <v>\n1. näyttää 2.\na\n 3.\nb\n2. osoittaa\nc\n"},
                    {"lagra", "lagra <v>\nvarastoida\n"},
                    {"för", "för <preposition>\nvarten\n"},
                    {"kurs", "kurs <n>\nkurssi, suunta\n"},
                    {"utbildning", "utbildning <n>\nkoulutus\n"}});
  write_dictionary(folder,
                   "fin-swe",
                   {{"työ", "työ <n>\narbete, jobb\n"},
                    {"terveys", "terveys <n>\nhälsa\n"},
                    {"suunta", "suunta <n>\nriktning, kurs\n"},
                    {"kehittää", "kehittää <v>\nutveckla\n"},
                    {"päiväkoti", "päiväkoti <n>\ndaghem\n"}});
  write_dictionary(folder,
                   "eng-fin",
                   {{"leave", "leave <v>\nlähteä\n"},
                    {"sick", "sick <adj>\nsairas\n"},
                    {"sick leave", "sick leave <n>\nsairausloma, sairasloma\n"},
                    {"home care", "home care <n>\nkotihoito\n"},
                    {"work", "work <n>\n1. varustus\nx\n2. työ 2.\na\n 3.\nb\n"},
                    {"nurse", "nurse <n>\nhoitaja\n"},
                    {"of the", "of the <preposition>\njonkin\n"},
                    {"turkey", "Turkey <pn>\nTurkki\n"},
                    {"daycare", "day-care <n>\npäivähoito\n"}});
  write_dictionary(folder, "fin-eng", {{"työ", "työ <n>\nwork, occupation\n"}});
  return value_or_throw(Dictionaries::load(folder.path()));
}

class WordTranslatorTest : public ::testing::Test {
 protected:
  std::vector<Translation> translate(const std::string& word, Language from, Language to) {
    const auto tokens = test_analyzer().analyze(word, from, TextRole::kQuery);
    return translator_.translate(
        word, tokens.empty() ? TermList() : *tokens.front().terms, from, to);
  }

  std::vector<std::string> texts(const std::string& word, Language from, Language to) {
    std::vector<std::string> all;
    for (const auto& translation : translate(word, from, to)) {
      all.push_back(translation.text);
    }
    return all;
  }

  std::optional<PhraseTranslation> phrase(const std::vector<std::string>& words,
                                          Language from,
                                          Language to) {
    std::vector<SourceWord> span;
    std::vector<std::vector<Token>> tokens;
    for (const auto& word : words) {
      tokens.push_back(test_analyzer().analyze(word, from, TextRole::kQuery));
      span.push_back({.text = word, .terms = tokens.back().front().terms.get()});
    }
    return translator_.translate_phrase(span, from, to);
  }

  WordTranslator translator_{small_dictionaries(), test_analyzer()};
};

TEST_F(WordTranslatorTest, TranslatesWordsAsWritten) {
  const auto found = translate("arbete", kSv, kFi);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].text, "työ");
  EXPECT_EQ(found[0].language, kFi);
  EXPECT_EQ(found[0].how, TranslatedBy::kDictionary);
  EXPECT_DOUBLE_EQ(found[0].confidence, 1.0);
}

TEST_F(WordTranslatorTest, TranslatesInflectedWords) {
  EXPECT_THAT(texts("arbetets", kSv, kFi), ElementsAre("työ"));
  EXPECT_THAT(texts("Hälsan", kSv, kFi), Contains("terveys"));
  EXPECT_THAT(texts("nurses'", kEn, kFi), ElementsAre("hoitaja"));
  EXPECT_THAT(texts("terveyttä", kFi, kSv), ElementsAre("hälsa"));
  EXPECT_THAT(texts("lagring", kSv, kFi), ElementsAre("varastoida"));
}

TEST_F(WordTranslatorTest, GivesTheSameAnswerAgainToTheSameReading) {
  for (int round = 0; round < 2; ++round) {
    EXPECT_THAT(translator_.translate("terveyttä", TermList(), kFi, kSv), IsEmpty());
    EXPECT_THAT(texts("terveyttä", kFi, kSv), ElementsAre("hälsa"));
    EXPECT_EQ(phrase({"sick", "leave"}, kEn, kFi)->translations.front().text, "sairausloma");
    EXPECT_FALSE(phrase({"sick", "nurse"}, kEn, kFi));
  }
}

TEST_F(WordTranslatorTest, IsLessSureOfAGuessedForm) {
  EXPECT_LT(translate("arbeten", kSv, kFi).at(0).confidence,
            translate("arbete", kSv, kFi).at(0).confidence);
}

TEST_F(WordTranslatorTest, ReadsDictionariesBackwards) {
  EXPECT_THAT(texts("daghemmen", kSv, kFi), ElementsAre("päiväkoti"));
  EXPECT_THAT(texts("jobb", kSv, kFi), ElementsAre("työ"));
  EXPECT_THAT(texts("koulutukset", kFi, kSv), ElementsAre("utbildning"));
}

TEST_F(WordTranslatorTest, PrefersWhatBothDictionariesSay) {
  EXPECT_THAT(texts("kurs", kSv, kFi), ElementsAre("suunta", "kurssi"));
  EXPECT_EQ(texts("work", kEn, kFi).front(), "työ");
}

TEST_F(WordTranslatorTest, PrefersThePartOfSpeechThatTheEndingShows) {
  EXPECT_EQ(texts("visor", kSv, kFi).front(), "laulu");
  EXPECT_EQ(texts("visade", kSv, kFi).front(), "näyttää");
}

TEST_F(WordTranslatorTest, TranslatesSwedishCompoundsByTheirParts) {
  const auto found = translate("arbetshälsans", kSv, kFi);
  ASSERT_GE(found.size(), 2U);
  EXPECT_EQ(found[0].text, "työterveys");
  EXPECT_EQ(found[0].how, TranslatedBy::kCompound);
  EXPECT_EQ(found[1].text, "työ terveys");
  EXPECT_GT(found[0].confidence, found[1].confidence);
  EXPECT_THAT(texts("arbetshälsa", kSv, kFi), Not(Contains("työtervehtiä")));
}

TEST_F(WordTranslatorTest, TakesNoFunctionWordForAPart) {
  EXPECT_THAT(texts("förarbete", kSv, kFi), Not(Contains("varten työ")));
}

TEST_F(WordTranslatorTest, TranslatesTheKnownHeadOfACompound) {
  const auto found = translate("sjuksköterskeutbildning", kSv, kFi);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].text, "koulutus");
  EXPECT_EQ(found[0].how, TranslatedBy::kCompound);
  EXPECT_LT(found[0].confidence, 0.5);
}

TEST_F(WordTranslatorTest, TranslatesFinnishCompoundsByTheirParts) {
  EXPECT_THAT(texts("työterveyden", kFi, kSv), Contains("arbetshälsa"));
  EXPECT_THAT(texts("työterveyden", kFi, kSv), Contains("arbete hälsa"));
}

TEST_F(WordTranslatorTest, TranslatesAFinnishDerivationByItsRoot) {
  EXPECT_THAT(texts("kehittäminen", kFi, kSv), ElementsAre("utveckla"));
}

TEST_F(WordTranslatorTest, SeesThroughHyphens) {
  EXPECT_THAT(texts("day-care", kEn, kFi), ElementsAre("päivähoito"));
  EXPECT_THAT(texts("arbets-", kSv, kFi), ElementsAre("työ"));
  EXPECT_THAT(texts("sick-work", kEn, kFi), Contains("sairastyö"));
  EXPECT_THAT(texts("sick-xyzzy", kEn, kFi), IsEmpty());
}

TEST_F(WordTranslatorTest, GoesOverAThirdLanguageWhereNoDictionaryLeads) {
  const auto found = translate("arbetet", kSv, kEn);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].text, "work");
  EXPECT_EQ(found[0].language, kEn);
  EXPECT_EQ(found[0].how, TranslatedBy::kPivot);
  EXPECT_LT(found[0].confidence, 0.8);
}

TEST_F(WordTranslatorTest, IsLessSureOfNames) {
  EXPECT_LT(translate("turkey", kEn, kFi).at(0).confidence, 0.7);
}

TEST_F(WordTranslatorTest, LeavesOtherWordsAlone) {
  for (const std::string word :
       {"", "för", "2024", "a", "-", "xyzzy", "\xFF\xFE", "ååååå", "H2O"}) {
    EXPECT_THAT(texts(word, kSv, kFi), IsEmpty()) << word;
  }
  EXPECT_THAT(texts("arbete", kSv, kSv), IsEmpty());
  EXPECT_THAT(texts(std::string(100'000, 'a'), kSv, kFi), IsEmpty());
}

TEST_F(WordTranslatorTest, TranslatesPhrases) {
  const auto found = phrase({"sick", "leaves", "work"}, kEn, kFi);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->words, 2U);
  EXPECT_EQ(found->translations.at(0).text, "sairausloma");
  EXPECT_EQ(phrase({"Home", "care"}, kEn, kFi)->translations.at(0).text, "kotihoito");
}

TEST_F(WordTranslatorTest, FindsNoPhraseWhereThereIsNone) {
  EXPECT_FALSE(phrase({}, kEn, kFi));
  EXPECT_FALSE(phrase({"sick"}, kEn, kFi));
  EXPECT_FALSE(phrase({"leave", "sick"}, kEn, kFi));
  EXPECT_FALSE(phrase({"of", "the"}, kEn, kFi)) << "stop words";
  EXPECT_FALSE(phrase({"sick", "leave"}, kEn, kEn));
}

TEST(WordTranslator, TranslatesNothingWithoutDictionaries) {
  const WordTranslator translator(nullptr, test_analyzer());
  EXPECT_THAT(translator.translate("arbete", {}, kSv, kFi), IsEmpty());
  EXPECT_FALSE(translator.translate_phrase({}, kSv, kFi));
}

}  // namespace
}  // namespace kiertoon
