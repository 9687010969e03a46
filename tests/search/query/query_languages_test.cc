#include "search/query/query_languages.h"

#include <algorithm>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analysis/test_analyzer.h"
#include "tests/analysis/translation/dictd_writer.h"
#include "tests/search/query/query_text.h"
#include "tests/test_folder.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

using testing::write_dictionary;

std::string codes(const QueryLanguages& languages) {
  std::string text;
  for (const Language language : languages.possible) {
    text += (text.empty() ? "" : " ") + std::string(language_code(language));
  }
  return text;
}

const WordTranslator& small_translator() {
  static const WordTranslator translator = [] {
    const TestFolder folder;
    write_dictionary(folder,
                     "swe-fin",
                     {{"team", "team <n>\ntiimi\n"},
                      {"bra", "bra <adj>\nhyvä\n"},
                      {"chef", "chef <n>\njohtaja\n"}});
    write_dictionary(folder,
                     "eng-fin",
                     {{"team", "team <n>\ntiimi\n"},
                      {"care", "care <n>\nhoito\n"},
                      {"home", "home <n>\nkoti\n"},
                      {"nurse", "nurse <n>\nhoitaja\n"}});
    return WordTranslator(value_or_throw(Dictionaries::load(folder.path())), test_analyzer());
  }();
  return translator;
}

std::string small_languages(std::string_view query, std::string_view thesaurus = "") {
  const QueryText text(query);
  return codes(
      languages_of(text.runs(), Language::kFinnish, thesaurus_of(thesaurus), &small_translator()));
}

TEST(QueryLanguages, BelieveFunctionWordsThatSayAnotherLanguage) {
  const QueryText text("kotihoito");
  const auto& runs = text.runs();
  EXPECT_EQ(codes(languages_of(runs, Language::kSwedish, {}, nullptr)), "sv");
  EXPECT_EQ(codes(languages_of(runs, Language::kEnglish, {}, &small_translator())), "en");
}

TEST(QueryLanguages, AreSeveralWhereNothingTellsThemApart) {
  EXPECT_EQ(small_languages("team"), "sv en");
  EXPECT_EQ(small_languages("bra"), "sv");
  EXPECT_EQ(small_languages("team nurse"), "en") << "English knows more of it";
}

TEST(QueryLanguages, AreFinnishWhereFinnishKnowsEveryWord) {
  EXPECT_EQ(small_languages("home"), "fi") << "mould";
  EXPECT_EQ(small_languages("home care"), "en");
  EXPECT_EQ(small_languages("kotihoito nurse"), "en") << "as many words as Finnish";
  EXPECT_EQ(small_languages("kotihoito hoitaja nurse"), "fi");
}

TEST(QueryLanguages, AreFinnishWhereNoLanguageKnowsAWord) {
  for (const std::string query : {"", "xyzzy", "kehitaminen", "2021", "ja on", "?!", "\xFF\xFE"}) {
    EXPECT_EQ(small_languages(query), "fi") << query;
  }
}

TEST(QueryLanguages, CountTheWordsOfNames) {
  const std::string line = "tunnus\tkarvakoti | Zyx-malli\tbra krux\tfluffy home\n";
  EXPECT_EQ(small_languages("krux"), "fi");
  EXPECT_EQ(small_languages("bra krux", line), "sv");
  EXPECT_EQ(small_languages("fluffy home", line), "en");
  EXPECT_EQ(small_languages("zyx-mallin chef hoitaja", line), "fi") << "the name is Finnish";
}

TEST(QueryLanguages, AreToldByNamesAloneWithoutDictionaries) {
  const Thesaurus thesaurus = thesaurus_of("esihenkilo\tesihenkilö\tförman\tsupervisor\n");
  const auto languages = [&](std::string_view query) {
    const QueryText text(query);
    return codes(languages_of(text.runs(), Language::kFinnish, thesaurus, nullptr));
  };
  EXPECT_EQ(languages("förman"), "sv");
  EXPECT_EQ(languages("supervisors"), "en");
  EXPECT_EQ(languages("esihenkilöt"), "fi");
  EXPECT_EQ(languages("chef"), "fi");
}

TEST(QueryLanguages, MayBeWhatIsPossible) {
  const QueryLanguages languages{.possible = {Language::kEnglish, Language::kSwedish}};
  EXPECT_EQ(languages.likely(), Language::kEnglish);
  EXPECT_TRUE(languages.may_be(Language::kSwedish));
  EXPECT_FALSE(languages.may_be(Language::kFinnish));
  EXPECT_EQ(QueryLanguages().likely(), Language::kFinnish);
}

// What people type, read with the shipped thesaurus and the dictionaries of Debian.
struct Asked {
  const char* languages;
  std::vector<const char*> queries;
};
std::ostream& operator<<(std::ostream& out, const Asked& asked) {
  return out << asked.languages;
}

const Asked kFinnish{"fi",
                     {"kotihoidon sairauspoissaolot",
                      "sijaisten perehdytys",
                      "varhainen tuki",
                      "työn imu",
                      "esihenkilötyö",
                      "tekoäly arjessa",
                      "lean koulussa",
                      "chatbot neuvonnassa",
                      "home",
                      "mallit",
                      "palaute",
                      "tiimipalaveri",
                      "etätyö",
                      "hr-toiminnot",
                      "HUS päivystys",
                      "Limingan malli",
                      "palkitseminen",
                      "siivous ja ruoka",
                      "miten sitouttaa",
                      "robotti",
                      "somen käyttö",
                      "hanke",
                      "data",
                      "digi",
                      "mentori",
                      "kissa",
                      "vuorotyö",
                      "sote",
                      "arki",
                      "ilo",
                      // Misspelt, without dots, or half a word.
                      "kehitaminen",
                      "tyohyvinvointi",
                      "sijiasten perehdytys",
                      "paivakodin ruokailu",
                      "esihenklö tuki",
                      "sairaspoisaolot",
                      "tyokyky",
                      "varhanen tuki",
                      "kotihioto",
                      "perehdyts",
                      "johtminen",
                      "vuorovaiktus",
                      "palaverrit",
                      "työhyvinvoin",
                      "pienryhmissa",
                      "vertailuryhmassa"}};
const Asked kSwedish{"sv",
                     {"hemvård",
                      "sjukfrånvaro i hemvården",
                      "arbetshälsa",
                      "förmän",
                      "äldreomsorg",
                      "introduktion av vikarier",
                      "småbarnspedagogik",
                      "ledarskap i skolan",
                      "välbefinnande",
                      "städning"}};
const Asked kEnglish{"en",
                     {"sick leave",
                      "home care",
                      "nurse",
                      "wellbeing at work",
                      "early childhood",
                      "leadership",
                      "customer feedback",
                      "remote work",
                      "school meals",
                      "onboarding of new employees"}};
const Asked kSwedishOrEnglish{"sv en", {"team", "bra"}};

class AskedLanguages : public ::testing::TestWithParam<Asked> {};

TEST_P(AskedLanguages, AreThoseOfTheirWords) {
  static const auto dictionaries = value_or_throw(Dictionaries::load(kDefaultDictionaryFolder));
  constexpr std::size_t kPackages = 4;
  if (dictionaries->all().size() < kPackages) {
    GTEST_SKIP() << "the packages dict-freedict-* are not installed";
  }
  static const auto thesaurus =
      value_or_throw(Thesaurus::load(thesaurus_files(test_data_folder() / "thesaurus")));
  const WordTranslator translator(dictionaries, test_analyzer());
  for (const char* query : GetParam().queries) {
    const QueryText text(query);
    const auto languages = languages_of(text.runs(), text.detected(), thesaurus, &translator);
    EXPECT_EQ(codes(languages), GetParam().languages) << query;
  }
}

INSTANTIATE_TEST_SUITE_P(QueryLanguages,
                         AskedLanguages,
                         ::testing::Values(kFinnish, kSwedish, kEnglish, kSwedishOrEnglish),
                         [](const auto& asked) {
                           std::string name = asked.param.languages;
                           std::replace(name.begin(), name.end(), ' ', '_');
                           return name;
                         });

}  // namespace
}  // namespace kiertoon
