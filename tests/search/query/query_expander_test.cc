#include "search/query/query_expander.h"

#include <string>
#include <utility>
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

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using testing::write_dictionary;

constexpr auto kFi = Language::kFinnish;
constexpr auto kSv = Language::kSwedish;
constexpr auto kEn = Language::kEnglish;
constexpr auto kBoth = ExpansionScope::kSynonymsAndTranslations;

constexpr std::string_view kThesaurus =
    "esihenkilo\tesihenkilö | esimies\tförman | chef\tsupervisor\n"
    "varhainen-tuki\tvarhainen tuki | varhaisen puuttumisen malli\ttidigt stöd\tearly support\n"
    "tuki\ttuki | apu\tstöd\tsupport\n"
    "kohde\tkohde | kohta\n"
    "paikka\tkohta | paikka\n"
    "mokki\tmökki | huvila | maja | torppa | kesäasunto | vapaa-ajan asunto | loma-asunto | "
    "landepaikka\n";

const WordTranslator& translator() {
  static const WordTranslator translator = [] {
    const TestFolder folder;
    write_dictionary(folder,
                     "swe-fin",
                     {{"team", "team <n>\ntiimi\n"},
                      {"stöd", "stöd <n>\npönkkä\n"},
                      {"arbete", "arbete <n>\ntyö\n"}});
    write_dictionary(folder,
                     "eng-fin",
                     {{"team", "team <n>\njoukkue\n"},
                      {"sick", "sick <adj>\nsairas\n"},
                      {"leave", "leave <v>\nlähteä\n"},
                      {"sick leave", "sick leave <n>\nsairausloma\n"}});
    return WordTranslator(value_or_throw(Dictionaries::load(folder.path())), test_analyzer());
  }();
  return translator;
}

// An expansion as "0+2 synonym: name (fi), ...": first word, words, how.
std::string listing(const Expansion& expansion) {
  std::string text = std::to_string(expansion.first) + "+" + std::to_string(expansion.count) + " " +
                     std::string(name_of(expansion.how)) + ":";
  for (const auto& name : expansion.names) {
    text += " " + name.text + " (" + std::string(language_code(name.language)) + ")";
  }
  return text;
}

struct Asked {
  std::vector<Language> possible{kFi};
  std::vector<Language> indexed{kFi};
  ExpansionScope scope = kBoth;
};

std::vector<std::string> expansions(std::string_view query, const Asked& asked = {}) {
  static const Thesaurus thesaurus = thesaurus_of(kThesaurus);
  const QueryText text(query);
  std::vector<std::string> lines;
  for (const auto& expansion : QueryExpander(thesaurus, &translator(), asked.indexed)
                                   .expand(text.run(), {.possible = asked.possible}, asked.scope)) {
    lines.push_back(listing(expansion));
  }
  return lines;
}

TEST(QueryExpander, LooksForTheFirstNamesOfAConceptAndUnderstandsAll) {
  EXPECT_THAT(
      expansions("landepaikka"),
      ElementsAre("0+1 synonym: mökki (fi) huvila (fi) maja (fi) torppa (fi) kesäasunto (fi) "
                  "vapaa-ajan asunto (fi)"));
  EXPECT_THAT(expansions("mökki"),
              ElementsAre("0+1 synonym: huvila (fi) maja (fi) torppa (fi) kesäasunto (fi) "
                          "vapaa-ajan asunto (fi) loma-asunto (fi)"));
}

TEST(QueryExpander, OffersTheOtherNamesOfAConceptInAnyInflection) {
  for (const std::string query : {"esihenkilö", "Esihenkilöille", "esihenkilöiden"}) {
    EXPECT_THAT(expansions(query), ElementsAre("0+1 synonym: esimies (fi)"))
        << query << ": a form of a name is no other name";
  }
  EXPECT_THAT(expansions("henkilö"), IsEmpty());
  EXPECT_THAT(expansions(""), IsEmpty());
}

TEST(QueryExpander, TakesTheLongestOfNamesThatOverlap) {
  EXPECT_THAT(expansions("tuki varhainen"), ElementsAre("0+1 synonym: apu (fi)"));
  EXPECT_THAT(
      expansions("varhainen tuki ja tuki"),
      ElementsAre("0+2 synonym: varhaisen puuttumisen malli (fi)", "3+1 synonym: apu (fi)"));
}

TEST(QueryExpander, TakesEveryConceptThatHasTheName) {
  EXPECT_THAT(expansions("kohta"),
              UnorderedElementsAre("0+1 synonym: kohde (fi)", "0+1 synonym: paikka (fi)"));
}

TEST(QueryExpander, OffersNamesInLanguagesOfTheIndexOnly) {
  EXPECT_THAT(
      expansions("esimies", {.indexed = {kFi, kSv}}),
      ElementsAre("0+1 synonym: esihenkilö (fi)", "0+1 translation: förman (sv) chef (sv)"));
  EXPECT_THAT(expansions("esimies", {.indexed = {kEn}}),
              ElementsAre("0+1 translation: supervisor (en)"));
  EXPECT_THAT(expansions("chefens", {.possible = {kSv}, .indexed = {kFi}}),
              ElementsAre("0+1 translation: esihenkilö (fi) esimies (fi)"));
  EXPECT_THAT(expansions("esimies", {.indexed = {}}), IsEmpty());
}

TEST(QueryExpander, ReadsNamesOfTheLanguagesThatTheQueryMayBeIn) {
  EXPECT_THAT(expansions("chef"), IsEmpty()) << "no Finnish name";
  EXPECT_THAT(expansions("chef", {.possible = {kSv}, .indexed = {kSv}}),
              ElementsAre("0+1 synonym: förman (sv)"));
  EXPECT_THAT(expansions("chef", {.possible = {kEn}}), IsEmpty());
}

TEST(QueryExpander, TranslatesByDictionariesWhatTheThesaurusDoesNot) {
  const Asked swedish{.possible = {kSv}};
  EXPECT_THAT(expansions("arbete", swedish), ElementsAre("0+1 translation: työ (fi)"));
  EXPECT_THAT(expansions("stöd", swedish), ElementsAre("0+1 translation: tuki (fi) apu (fi)"))
      << "the thesaurus knows this domain";
  EXPECT_THAT(
      expansions("förman arbete", swedish),
      ElementsAre("0+1 translation: esihenkilö (fi) esimies (fi)", "1+1 translation: työ (fi)"));
  EXPECT_THAT(expansions("zzyx", swedish), IsEmpty());
}

TEST(QueryExpander, TranslatesSeveralWordsThatAreOneHeadword) {
  const Asked english{.possible = {kEn}};
  EXPECT_THAT(expansions("sick leave", english), ElementsAre("0+2 translation: sairausloma (fi)"));
  EXPECT_THAT(expansions("leave sick", english),
              ElementsAre("0+1 translation: lähteä (fi)", "1+1 translation: sairas (fi)"));
}

TEST(QueryExpander, TranslatesFromEveryLanguageThatTheQueryMayBeIn) {
  EXPECT_THAT(expansions("team", {.possible = {kSv, kEn}}),
              ElementsAre("0+1 translation: tiimi (fi)", "0+1 translation: joukkue (fi)"));
  EXPECT_THAT(expansions("team", {.possible = {kSv, kEn}, .indexed = {kSv}}), IsEmpty())
      << "it may be Swedish already";
}

TEST(QueryExpander, LeavesTranslationsOutWhereTheyAreNotWanted) {
  EXPECT_THAT(expansions("esimies", {.indexed = {kFi, kSv}, .scope = ExpansionScope::kSynonyms}),
              ElementsAre("0+1 synonym: esihenkilö (fi)"));
  EXPECT_THAT(expansions("arbete", {.possible = {kSv}, .scope = ExpansionScope::kSynonyms}),
              IsEmpty());
}

TEST(QueryExpander, NeedsNoDictionaries) {
  const Thesaurus thesaurus = thesaurus_of(kThesaurus);
  const QueryText text("förman arbete");
  const auto found = QueryExpander(thesaurus, nullptr, {kFi}).expand(text.run(), {{kSv}}, kBoth);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(listing(found.front()), "0+1 translation: esihenkilö (fi) esimies (fi)");
}

TEST(QueryExpander, SaysHowSureItIs) {
  const Thesaurus thesaurus = thesaurus_of(kThesaurus);
  const QueryText text("förman arbete");
  for (const auto& expansion :
       QueryExpander(thesaurus, &translator(), {kFi}).expand(text.run(), {{kSv}}, kBoth)) {
    EXPECT_EQ(expansion.language, kSv);
    for (const auto& name : expansion.names) {
      EXPECT_GT(name.confidence, 0.0) << name.text;
      EXPECT_LE(name.confidence, 1.0) << name.text;
    }
  }
}

}  // namespace
}  // namespace kiertoon
