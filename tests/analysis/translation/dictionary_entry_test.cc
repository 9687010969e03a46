#include "analysis/translation/dictionary_entry.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Words = std::vector<std::string>;

std::vector<Words> senses_of(const std::string& text) {
  std::vector<Words> senses;
  for (const auto& sense : parse_dictionary_entry(text).senses) {
    senses.push_back(sense.translations);
  }
  return senses;
}

TEST(DictionaryEntry, OfOneSense) {
  const auto entry = parse_dictionary_entry(
      "päiväkoti /pˈæivækˌotɪ/ <n>\ndaghem, dagis\nlastentarha; paikka, jossa lapset ovat\n\n");
  EXPECT_EQ(entry.headword, "päiväkoti");
  EXPECT_EQ(entry.part_of_speech, PartOfSpeech::kNoun);
  ASSERT_EQ(entry.senses.size(), 1U);
  EXPECT_THAT(entry.senses[0].translations, ElementsAre("daghem", "dagis"));
  EXPECT_EQ(entry.senses[0].glosses, 1U);
}

TEST(DictionaryEntry, OfSeveralSensesCountsTheirExplanations) {
  const auto entry = parse_dictionary_entry(
      "work //wɜːk// /[wɔːk]/ <n>\n1. varustus\nfortification\n2. työ 2.\nlabour, job\n "
      "3.\neffort\n"
      "3. teos\nliterary production\n");
  ASSERT_EQ(entry.senses.size(), 3U);
  EXPECT_THAT(entry.senses[1].translations, ElementsAre("työ"));
  EXPECT_EQ(entry.senses[1].glosses, 3U);
  EXPECT_THAT(entry.senses[2].translations, ElementsAre("teos"));
  EXPECT_EQ(entry.senses[2].glosses, 1U);
}

TEST(DictionaryEntry, TakesNumbersInExplanationsForNoSenses) {
  EXPECT_THAT(senses_of("vård /vˈoːrd/ <n, ut>\nhoito\n1. arbete med sjuka\n2. annat\n"),
              ElementsAre(Words{"hoito"}));
  EXPECT_THAT(senses_of("x <n>\n1. yksi\n3. explanation\n2. kaksi\n"),
              ElementsAre(Words{"yksi"}, Words{"kaksi"}));
}

TEST(DictionaryEntry, KnowsPartsOfSpeech) {
  EXPECT_EQ(parse_dictionary_entry("gå /ɡˈoː/ <v>\nmennä").part_of_speech, PartOfSpeech::kVerb);
  EXPECT_EQ(parse_dictionary_entry("Esbo <pn>\nEspoo").part_of_speech, PartOfSpeech::kProperNoun);
  EXPECT_EQ(parse_dictionary_entry("-are <suffix>\n-ja").part_of_speech, PartOfSpeech::kAffix);
  EXPECT_EQ(parse_dictionary_entry("och <conjunction>\nja").part_of_speech, PartOfSpeech::kOther);
  EXPECT_EQ(parse_dictionary_entry("och\nja").part_of_speech, PartOfSpeech::kOther);
}

TEST(DictionaryEntry, LeavesOutMarkup) {
  EXPECT_THAT(senses_of("a <n>\ntehdä (jotain) itse, (oleva) poissa\n"),
              ElementsAre(Words{"tehdä itse", "poissa"}));
  EXPECT_THAT(senses_of("a <n>\n[[Lähi-itä|Lähi-idän]] maat, [[sana]]\n"),
              ElementsAre(Words{"Lähi-idän maat", "sana"}));
  EXPECT_THAT(senses_of("a <n>\nkom&shy;poster, Bardet&ndash;Biedl, Massachusetts#Englanti\n"),
              ElementsAre(Words{"komposter", "Bardet-Biedl", "Massachusetts"}));
  EXPECT_THAT(senses_of("a <n>\nwell\u00ADbeing\u200E!, }} , piristy!\n"),
              ElementsAre(Words{"wellbeing", "piristy"}));
}

TEST(DictionaryEntry, LeavesOutWhatIsNoWord) {
  EXPECT_THAT(senses_of("a <n>\njunaan/autoon, viedä + genitive, -lainen, x, 24, joko … tai"),
              IsEmpty());
  EXPECT_THAT(senses_of("a <n>\nyksi kaksi kolme neljä viisi, sana, sana\n"),
              ElementsAre(Words{"sana"}));
}

TEST(DictionaryEntry, OfNothingHasNoSenses) {
  for (const std::string text : {"",
                                 "\n\n",
                                 "word",
                                 "word\n",
                                 "<n>",
                                 "> <\n1.",
                                 "w <n>\n[[",
                                 "w\n((a",
                                 "w\n1. \n 2.\n2.",
                                 "w\n 3.\n",
                                 "w\n99999999999999999999. a"}) {
    EXPECT_THAT(senses_of(text), ::testing::SizeIs(::testing::Le(1U))) << text;
  }
}

TEST(DictionaryEntry, IsBounded) {
  std::string senses = "word <n>\n";
  for (int i = 1; i < 500; ++i) {
    senses += std::to_string(i) + ". sana";
    for (int k = 0; k < 500; ++k) {
      senses += ", sana" + std::string(1, static_cast<char>('a' + k % 26)) +
                std::string(1, static_cast<char>('a' + k / 26));
    }
    senses += "\n";
  }
  const auto entry = parse_dictionary_entry(senses);
  EXPECT_LE(entry.senses.size(), 64U);
  EXPECT_LE(entry.senses.front().translations.size(), 16U);
}

}  // namespace
}  // namespace kiertoon
