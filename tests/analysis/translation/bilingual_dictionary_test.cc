#include "analysis/translation/bilingual_dictionary.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/translation/dictionaries.h"
#include "tests/analysis/translation/dictd_writer.h"
#include "tests/test_folder.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::write_dictionary;

constexpr LanguagePair kSwedishToFinnish{Language::kSwedish, Language::kFinnish};

BilingualDictionary example() {
  const TestFolder folder;
  return value_or_throw(BilingualDictionary::load(
      write_dictionary(folder,
                       "swe-fin",
                       {{"arbete", "arbete <n, neut>\n1. työ 2.\na\n 3.\nb\n2. teos, työ\n"},
                        {"hälsa", "hälsa <n>\nterveys\n"},
                        {"hälsa", "hälsa <v>\ntervehtiä\n"},
                        {"eu", "EU <pn>\nEuroopan unioni\n"},
                        {"dagvård", "dag-vård <n>\npäivähoito\n"},
                        {"jobb", "arbete <n>\ntyö\n"},
                        {"tom", "tom <n>\n(tyhjä)\n"}}),
      kSwedishToFinnish));
}

std::vector<std::string> texts(const BilingualDictionary::Entry& entry) {
  std::vector<std::string> all;
  for (const auto& translation : entry.translations) {
    all.emplace_back(translation.text);
  }
  return all;
}

std::vector<std::string> headwords(const std::vector<BilingualDictionary::Entry>& entries) {
  std::vector<std::string> all;
  for (const auto& entry : entries) {
    all.emplace_back(entry.headword);
  }
  return all;
}

TEST(BilingualDictionary, GivesSensesInOrder) {
  const auto dictionary = example();
  const auto entries = dictionary.entries("arbete");
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].part_of_speech, PartOfSpeech::kNoun);
  EXPECT_THAT(texts(entries[0]), ElementsAre("työ", "teos", "työ"));
  EXPECT_EQ(entries[0].translations[0].glosses, 3U);
  EXPECT_EQ(entries[0].translations[2].sense, 1U);
  EXPECT_EQ(entries[0].translations[2].rank, 1U);
}

TEST(BilingualDictionary, IsAskedForFoldedWords) {
  const auto dictionary = example();
  EXPECT_THAT(headwords(dictionary.entries("hälsa")), ElementsAre("hälsa", "hälsa"));
  EXPECT_THAT(headwords(dictionary.entries("eu")), ElementsAre("EU"));
  for (const std::string word : {"", "EU", "halsa", "arbet", "tom", "työ", "\n", "työ\n"}) {
    EXPECT_THAT(dictionary.entries(word), IsEmpty()) << word;
    EXPECT_FALSE(dictionary.has_headword(word)) << word;
  }
}

TEST(BilingualDictionary, KeepsPunctuationThatTheIndexLeavesOut) {
  const auto dictionary = example();
  EXPECT_TRUE(dictionary.has_headword("dag-vård"));
  EXPECT_FALSE(dictionary.has_headword("dagvård"));
}

TEST(BilingualDictionary, KnowsAHeadwordThatSharesItsEntry) {
  EXPECT_THAT(headwords(example().entries("jobb")), ElementsAre("jobb"));
}

TEST(BilingualDictionary, IsReadBackwards) {
  const auto dictionary = example();
  EXPECT_THAT(headwords(dictionary.entries_translated_as("työ")), ElementsAre("arbete", "jobb"));
  EXPECT_THAT(headwords(dictionary.entries_translated_as("euroopan unioni")), ElementsAre("EU"));
  EXPECT_THAT(dictionary.entries_translated_as("arbete"), IsEmpty());
  EXPECT_TRUE(dictionary.has_translation("terveys"));
  EXPECT_FALSE(dictionary.has_translation("hälsa"));
}

TEST(BilingualDictionary, FindsWordsByTheirStem) {
  const auto dictionary = example();
  EXPECT_THAT(dictionary.headwords_of_stem("arbet"), ElementsAre("arbete"));
  EXPECT_THAT(dictionary.headwords_of_stem("arbete"), IsEmpty());
  EXPECT_THAT(dictionary.translations_of_stem("työ"), IsEmpty()) << "Finnish is not stemmed";
}

TEST(BilingualDictionary, IsRefusedWhenItTakesTooMuchMemory) {
  const TestFolder folder;
  const auto files = write_dictionary(
      folder, "swe-fin", {{"arbete", "arbete <n>\ntyö\n"}, {"hälsa", "hälsa <n>\nterveys\n"}});
  const auto dictionary = BilingualDictionary::load(files, kSwedishToFinnish, 20);
  ASSERT_FALSE(dictionary);
  EXPECT_THAT(dictionary.error().message, HasSubstr("freedict-swe-fin.index"));
  EXPECT_THAT(dictionary.error().message, HasSubstr("more than 20 bytes"));
}

TEST(BilingualDictionary, MayBeEmpty) {
  const TestFolder folder;
  const auto dictionary = value_or_throw(
      BilingualDictionary::load(write_dictionary(folder, "swe-fin", {}), kSwedishToFinnish));
  EXPECT_EQ(dictionary.size(), 0U);
  EXPECT_FALSE(dictionary.has_headword("arbete"));
  EXPECT_FALSE(dictionary.has_headword(""));
}

TEST(Dictionaries, AreThoseOfTheFolder) {
  const TestFolder folder;
  write_dictionary(folder, "swe-fin", {{"arbete", "arbete <n>\ntyö\n"}});
  write_dictionary(folder, "eng-fin", {{"work", "work <n>\ntyö\n"}});
  write_dictionary(folder, "deu-fin", {{"Arbeit", "Arbeit <n>\ntyö\n"}});
  const auto dictionaries = value_or_throw(Dictionaries::load(folder.path()));
  EXPECT_EQ(dictionaries->all().size(), 2U);
  const auto* swedish = dictionaries->find(kSwedishToFinnish);
  ASSERT_NE(swedish, nullptr);
  EXPECT_TRUE(swedish->has_headword("arbete"));
  EXPECT_EQ(dictionaries->find({Language::kFinnish, Language::kSwedish}), nullptr);
}

TEST(Dictionaries, AreOptional) {
  const TestFolder folder;
  EXPECT_THAT(value_or_throw(Dictionaries::load(folder.path()))->all(), IsEmpty());
  EXPECT_THAT(value_or_throw(Dictionaries::load(folder.path("absent")))->all(), IsEmpty());
}

TEST(Dictionaries, AreRefusedWhenOneIsBrokenOrHalf) {
  const TestFolder folder;
  folder.write("freedict-swe-fin.index", "arbete\tA\tB\n");
  auto dictionaries = Dictionaries::load(folder.path());
  ASSERT_FALSE(dictionaries);
  EXPECT_THAT(dictionaries.error().message, HasSubstr("freedict-swe-fin.dict.dz"));
  folder.write("freedict-swe-fin.dict.dz", "no gzip");
  dictionaries = Dictionaries::load(folder.path());
  ASSERT_FALSE(dictionaries);
  EXPECT_EQ(dictionaries.error().code, ErrorCode::kInvalidData);
}

}  // namespace
}  // namespace kiertoon
