#include "search/words/suggester.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

SuggestResult ask(SearchService& service, const SuggestRequest& request) {
  const auto result = service.suggest(request);
  if (!result) {
    throw std::runtime_error(result.error().to_string());
  }
  return *result;
}

// "word:työhyvinvointi", ...
std::vector<std::string> suggested(SearchService& service, const SuggestRequest& request) {
  std::vector<std::string> all;
  for (const auto& one : ask(service, request).suggestions) {
    all.push_back(std::string(name_of(one.kind)) + ":" + plain(one.text));
  }
  return all;
}

// The completions of one kind.
std::vector<std::string> completions(SearchService& service,
                                     const SuggestRequest& request,
                                     SuggestionKind kind = SuggestionKind::kWord) {
  std::vector<std::string> all;
  for (const auto& one : ask(service, request).suggestions) {
    if (one.kind == kind) {
      all.push_back(one.completion);
    }
  }
  return all;
}

std::vector<Deed> deeds() {
  auto deeds = deeds_of(
      {{.id = "a", .title = "Työhyvinvointi", .body = "Otimme varhaisen tuen mallin koulussa."},
       {.id = "b",
        .title = "Kotihoidon etätyö",
        .body = "Varhaisen tuen malli ja työhyvinvoinnin tuki."},
       {.id = "c", .title = "Kirjaston auto", .body = "Varhaisen tuen malli kirjastossa."},
       {.id = "d", .title = "Arbetshälsa i skolan", .body = "", .language = Language::kSwedish}});
  deeds[0].themes = {"johtaminen"};
  deeds[1].themes = {"digitalisaatio"};
  deeds[2].themes = {"digitalisaatio"};
  deeds[1].organisations = {{.name = "Limingan kunta", .type = OrganisationType::kMunicipality}};
  deeds[0].published = date_from_iso("2021-05-01");
  return deeds;
}

class SuggesterTest : public testing::Test {
 protected:
  TestIndex index_{deeds()};
  SearchService& service_ = index_.service();
};

TEST_F(SuggesterTest, CompletesTheLastWordInItsBaseForm) {
  EXPECT_THAT(completions(service_, {.text = "työhy"}), ElementsAre("työhyvinvointi"));
  EXPECT_THAT(completions(service_, {.text = "TYÖHY"}), ElementsAre("työhyvinvointi"));
  EXPECT_THAT(completions(service_, {.text = "kirjas"}), Contains("kirjasto"));
  EXPECT_THAT(completions(service_, {.text = "kirjas"}), Not(Contains("kirjastossa")));
}

TEST_F(SuggesterTest, NeedsNoDots) {
  EXPECT_THAT(completions(service_, {.text = "tyohy"}), ElementsAre("työhyvinvointi"));
  EXPECT_THAT(completions(service_, {.text = "arbetsha"}), ElementsAre("arbetshälsa"));
}

TEST_F(SuggesterTest, ForgivesOneTypingErrorFromTheFourthLetter) {
  EXPECT_THAT(completions(service_, {.text = "tyühy"}), ElementsAre("työhyvinvointi"));
  EXPECT_THAT(completions(service_, {.text = "tyhöyv"}), ElementsAre("työhyvinvointi"));
  EXPECT_THAT(suggested(service_, {.text = "yöt"}), IsEmpty());
}

TEST_F(SuggesterTest, CompletesInflectedWordsToTheirBaseForm) {
  EXPECT_THAT(completions(service_, {.text = "kirjastossa"}), ElementsAre("kirjasto"));
  EXPECT_THAT(completions(service_, {.text = "kirjastoille"}), ElementsAre("kirjasto"));
}

TEST(Suggester, PutsTheWordThatIsTypedFirst) {
  TestIndex index({{.id = "a", .title = "Esihenkilötyö", .body = "Esihenkilötyötä tuetaan."},
                   {.id = "b", .title = "Esihenkilötyön taito"},
                   {.id = "c", .title = "Esihenkilö ja tuki"},
                   {.id = "d", .title = "Tukipalvelu"},
                   {.id = "e", .title = "Tukipalvelun jono"}});
  EXPECT_EQ(completions(index.service(), {.text = "esihe"}).front(), "esihenkilötyö");
  EXPECT_EQ(completions(index.service(), {.text = "esihenkilö"}).front(), "esihenkilö");
  // Though "tuki" may be a form of "tukea", which tells little.
  EXPECT_EQ(completions(index.service(), {.text = "tuki"}).front(), "tuki");
}

TEST(Suggester, LeavesOutParticiplesThatFindNoMoreThanTheirVerb) {
  TestIndex index({{.id = "a", .title = "Kaikki osallistuvat", .body = "Asukkaat osallistuivat."},
                   {.id = "b", .title = "Siivoojat osallistuvat", .body = "Osallistuneet oppivat."},
                   {.id = "c", .title = "Osallistujan opas"}});
  const auto words = completions(index.service(), {.text = "osallistu"});
  EXPECT_THAT(words, UnorderedElementsAre("osallistua", "osallistuja"));
  EXPECT_THAT(completions(index.service(), {.text = "osallistun"}), ElementsAre("osallistunut"));
}

TEST(Suggester, KnowsTheNicknamesOfOrganisations) {
  auto deeds = deeds_of({{.id = "a", .title = "Etätyö"}});
  deeds[0].organisations = {
      {.name = "Pirkanmaan hyvinvointialue", .type = OrganisationType::kWellbeingCounty}};
  TestIndex index(deeds);
  EXPECT_THAT(suggested(index.service(), {.text = "pirh"}), ElementsAre("organisation:Pirha"));
  EXPECT_THAT(suggested(index.service(), {.text = "pirk"}),
              Contains("organisation:Pirkanmaan hyvinvointialue"));
}

TEST_F(SuggesterTest, SuggestsWholePhrases) {
  EXPECT_THAT(completions(service_, {.text = "varh"}, SuggestionKind::kPhrase),
              ElementsAre("varhaisen tuen malli"));
  EXPECT_THAT(completions(service_, {.text = "varhaisen "}, SuggestionKind::kPhrase),
              ElementsAre("varhaisen tuen malli"));
  EXPECT_THAT(completions(service_, {.text = "koulu varhaisen tu"}, SuggestionKind::kPhrase),
              ElementsAre("koulu varhaisen tuen malli"));
}

TEST_F(SuggesterTest, MarksWhatWasTyped) {
  const auto result = ask(service_, {.text = "tyoh"});
  ASSERT_FALSE(result.suggestions.empty());
  EXPECT_EQ(marked(result.suggestions.front().text), "[työh]yvinvointi");
}

TEST_F(SuggesterTest, SuggestsDeedsByAnyWordOfTheirTitle) {
  const auto result = ask(service_, {.text = "etät"});
  const auto deed = std::find_if(result.suggestions.begin(),
                                 result.suggestions.end(),
                                 [](const auto& it) { return it.kind == SuggestionKind::kDeed; });
  ASSERT_NE(deed, result.suggestions.end());
  EXPECT_EQ(deed->id, "b");
  EXPECT_EQ(deed->count, 1U);
  EXPECT_EQ(marked(deed->text), "Kotihoidon [etät]yö");
}

TEST_F(SuggesterTest, SuggestsOrganisationsAsFilters) {
  const auto result = ask(service_, {.text = "malli lim"});
  const auto name =
      std::find_if(result.suggestions.begin(), result.suggestions.end(), [](const auto& it) {
        return it.kind == SuggestionKind::kOrganisation;
      });
  ASSERT_NE(name, result.suggestions.end());
  EXPECT_EQ(marked(name->text), "[Lim]ingan kunta");
  EXPECT_EQ(name->completion, "malli");
  ASSERT_TRUE(name->filter);
  EXPECT_EQ(name->filter->facet, Facet::kOrganisation);
  EXPECT_EQ(name->filter->value, "liminka");
  EXPECT_EQ(name->count, 1U);
}

TEST_F(SuggesterTest, SuggestsThemesInTheLanguageOfTheLabels) {
  EXPECT_THAT(suggested(service_, {.text = "digi", .labels = Language::kSwedish}),
              Contains("theme:Digitalisering"));
  EXPECT_THAT(suggested(service_, {.text = "digi"}), Contains("theme:Digitalisaatio"));
}

TEST_F(SuggesterTest, OffersNoOtherValueOfAFacetThatIsFiltered) {
  Filters filters;
  filters.of(Facet::kTheme) = {"digitalisaatio"};
  EXPECT_THAT(suggested(service_, {.text = "digi", .filters = filters}),
              Not(Contains("theme:Digitalisaatio")));
}

TEST_F(SuggesterTest, SuggestsWhatStandsTogetherWithTheWordsBefore) {
  EXPECT_THAT(completions(service_, {.text = "etätyö k"}), Contains("etätyö kotihoito"));
  EXPECT_THAT(completions(service_, {.text = "etätyö k"}), Not(Contains("etätyö kirjasto")));
}

TEST_F(SuggesterTest, SuggestsWhatTheFiltersLetThrough) {
  Filters filters;
  filters.years.push_back({.first = 2021, .last = 2021});
  EXPECT_THAT(completions(service_, {.text = "kou", .filters = filters}), ElementsAre("koulu"));
  EXPECT_THAT(completions(service_, {.text = "kotih", .filters = filters}), IsEmpty());
  filters.years.front() = {.first = 1999, .last = 1999};
  EXPECT_THAT(suggested(service_, {.text = "ko", .filters = filters}), IsEmpty());
}

TEST_F(SuggesterTest, KeepsOperatorsAndTheRestOfTheText) {
  EXPECT_THAT(completions(service_, {.text = "malli -tyo"}), Contains("malli -työhyvinvointi"));
  EXPECT_THAT(completions(service_, {.text = "otsikko:koti"}), ElementsAre("otsikko:kotihoito"));
  EXPECT_THAT(completions(service_, {.text = "\"varhaisen tu"}, SuggestionKind::kPhrase),
              ElementsAre("\"varhaisen tuen malli\""));
  EXPECT_THAT(completions(service_, {.text = "\"varhaisen tu"}), ElementsAre("\"varhaisen tuki\""));
  EXPECT_THAT(suggested(service_, {.text = "\"malli varhaisen tu"}), IsEmpty());
}

TEST_F(SuggesterTest, EmptyTextGetsCommonThemesAndWords) {
  const auto all = suggested(service_, {.text = ""});
  EXPECT_THAT(all, Contains("theme:Digitalisaatio"));
  EXPECT_THAT(all, Contains("word:työhyvinvointi"));
  EXPECT_EQ(all, suggested(service_, {.text = "  "}));
}

TEST_F(SuggesterTest, GivesNoMoreThanTheLimit) {
  for (const std::size_t limit : {1U, 2U, 3U, 5U, 20U}) {
    EXPECT_LE(ask(service_, {.text = "k", .limit = limit}).suggestions.size(), limit);
    EXPECT_FALSE(ask(service_, {.text = "k", .limit = limit}).suggestions.empty());
  }
}

class HostileText : public testing::TestWithParam<std::string> {
 protected:
  static TestIndex& index() {
    static TestIndex shared{deeds()};
    return shared;
  }
};

TEST_P(HostileText, NeverFails) {
  const auto result = index().service().suggest({.text = GetParam()});
  ASSERT_TRUE(result) << result.error().to_string();
  for (const auto& one : result->suggestions) {
    EXPECT_GT(one.count, 0U);
  }
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) {
    all += text;
  }
  return all;
}

INSTANTIATE_TEST_SUITE_P(Texts,
                         HostileText,
                         testing::Values(repeated("ä", 10'000),
                                         repeated("a ", 500),
                                         repeated("\"", 999),
                                         repeated("-", 999),
                                         repeated("OR ", 300),
                                         repeated("otsikko:", 100),
                                         repeated("työ* ", 150) + "k",
                                         std::string("k\0t", 3),
                                         "\x01\x02k",
                                         "\xFF\xFEk",
                                         "\"työ -\"k",
                                         "otsikko:\"k",
                                         "teema:k",
                                         "vuosi:2021..k",
                                         "k)((",
                                         "🎉k",
                                         "日本",
                                         "k\u00AD"));

TEST(Suggester, TextBeyondTheLengthOfAQueryIsNotCompleted) {
  TestIndex index{deeds()};
  EXPECT_THAT(suggested(index.service(), {.text = repeated("a ", 600) + "k"}), IsEmpty());
}

TEST(Suggester, HasNothingToSayOfAnEmptyIndex) {
  TestIndex index{std::vector<Deed>()};
  EXPECT_THAT(suggested(index.service(), {.text = ""}), IsEmpty());
  EXPECT_THAT(suggested(index.service(), {.text = "koulu"}), IsEmpty());
}

// More deeds than one thread writes in one piece.
TEST(Suggester, KnowsTheWordsOfEachOfManyDeeds) {
  std::vector<Deed> all;
  for (int i = 0; i < 400; ++i) {
    const bool is_last = i == 399;
    auto more = deeds_of({{.id = "deed-" + std::to_string(1000 + i),
                           .title = "Teko",
                           .body = is_last ? "Kirjasto." : "Kirje."}});
    more.front().themes = {is_last ? "hallinto" : "johtaminen"};
    all.push_back(std::move(more.front()));
  }
  TestIndex index{all};
  Filters filters;
  filters.of(Facet::kTheme) = {"hallinto"};
  EXPECT_THAT(completions(index.service(), {.text = "kirj", .filters = filters}),
              ElementsAre("kirjasto"));
  filters.of(Facet::kTheme) = {"johtaminen"};
  EXPECT_THAT(completions(index.service(), {.text = "kirj", .filters = filters}),
              ElementsAre("kirje"));
}

TEST(Suggester, KeepsContactsToItself) {
  auto all = deeds();
  all[0].contacts = {{.name = "Salla Salainen", .email = "salla@salainen.example", .phone = ""}};
  TestIndex index{all};
  EXPECT_THAT(suggested(index.service(), {.text = "salai"}), IsEmpty());
}

}  // namespace
}  // namespace kiertoon
