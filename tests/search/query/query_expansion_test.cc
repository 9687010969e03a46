// What other words do to a search: which deeds they find, in which order, how they are shown.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/search/query/query_index.h"

namespace kiertoon {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

const OtherWords kOtherWords{
    .thesaurus =
        "esihenkilo\tesihenkilö | esimies\tförman | chef\tsupervisor\n"
        "varhainen-tuki\tvarhainen tuki | puheeksiotto\ttidigt stöd\tearly support\n"
        "tuki\ttuki | apu\tstöd\n"
        "sote\tsosiaalihuolto | kotihoito\themvård\n"
        "quizlo\tQuizlo\tQuizlo\tquiz app\n"
        "kirjasto\tkirjasto | kirjastot | lukutupa\n",
    .dictionaries = {{.languages = "swe-fin",
                      .entries = {{"skola", "skola <n>\nkoulu, opisto\n"},
                                  {"telefonpar", "telefonpar <n>\npuhelin pari\n"}}},
                     {.languages = "eng-fin", .entries = {{"school", "school <n>\nkoulu\n"}}}}};

QueryIndex index_of(const std::vector<DeedText>& texts) {
  return {deeds_of(texts), kOtherWords};
}

SearchRequest request(std::string_view text, Interpretation interpretation) {
  return {.text = std::string(text), .interpretation = interpretation};
}

std::vector<DeedText> leaders() {
  return {{.id = "own", .title = "Hyvä esimies"},
          {.id = "other", .title = "Hyvä esihenkilö"},
          {.id = "none", .title = "Hyvä keittiö"}};
}

TEST(QueryExpansion, FindsDeedsThatUseAnotherName) {
  QueryIndex index = index_of(leaders());
  const auto result = index.search("esimies");
  EXPECT_THAT(ids_of(result.hits), ElementsAre("own", "other"));
  EXPECT_EQ(result.total, 2U);
  EXPECT_THAT(listing(result.reading.synonyms), ElementsAre("esimies (fi): esihenkilö"));
  EXPECT_THAT(result.reading.translated, IsEmpty());
  EXPECT_THAT(index.ids("esimiehillemme"), ElementsAre("own", "other"));
}

TEST(QueryExpansion, IsTheSameWhenAskedAgainInAnotherWay) {
  QueryIndex index = index_of(leaders());
  for (int time = 0; time < 3; ++time) {
    EXPECT_THAT(index.ids("esimies"), ElementsAre("own", "other"));
    EXPECT_THAT(index.ids("förman"), UnorderedElementsAre("own", "other"));
    auto second_page = request("esimies", Interpretation::kHelpful);
    second_page.offset = 1;
    EXPECT_THAT(ids_of(index.search(second_page).hits), ElementsAre("other"));
    EXPECT_THAT(ids_of(index.search(request("esimies", Interpretation::kExact)).hits),
                ElementsAre("own"));
    EXPECT_THAT(ids_of(index.search(request("förman", Interpretation::kWithoutTranslation)).hits),
                IsEmpty());
  }
}

TEST(QueryExpansion, CountsSynonymsLessThanTheWordItself) {
  QueryIndex index = index_of(leaders());
  for (const auto& [query, first, second] :
       {std::tuple("esimies", "own", "other"), std::tuple("esihenkilö", "other", "own")}) {
    const auto hits = index.search(query).hits;
    ASSERT_THAT(ids_of(hits), ElementsAre(first, second)) << query;
    EXPECT_LT(hits[1].score, 0.7 * hits[0].score) << query;
  }
}

TEST(QueryExpansion, MarksWhatMetAndSaysHow) {
  QueryIndex index = index_of(leaders());
  const auto hits = index.search("esimies").hits;
  ASSERT_THAT(ids_of(hits), ElementsAre("own", "other"));
  EXPECT_EQ(marked(hits[1].title), "Hyvä [esihenkilö]");
  ASSERT_EQ(hits[1].matched.size(), 1U);
  EXPECT_EQ(hits[1].matched[0].word, "esimies");
  EXPECT_EQ(hits[1].matched[0].as, "esihenkilö");
  EXPECT_EQ(hits[1].matched[0].how, MatchKind::kSynonym);
  EXPECT_EQ(hits[0].matched[0].how, MatchKind::kBaseForm) << "the surest way counts";
}

TEST(QueryExpansion, MeetsNamesOfSeveralWordsInSequenceOnlyAndMarksThemAsOne) {
  QueryIndex index = index_of(
      {{.id = "a", .title = "Toimintatapa", .body = "Saimme varhaista tukea heti alusta."},
       {.id = "b", .title = "Toimintatapa", .body = "Tuki on varhaista ja varhainen hyvä tuki."},
       {.id = "c", .title = "Varhaisen tuen puheeksiotto"}});
  const auto result = index.search("puheeksiotto");
  ASSERT_THAT(ids_of(result.hits), ElementsAre("c", "a"));
  EXPECT_THAT(listing(result.reading.synonyms), ElementsAre("puheeksiotto (fi): varhainen tuki"));
  EXPECT_EQ(marked(result.hits[1].snippet), "Saimme [varhaista tukea] heti alusta.");
  ASSERT_EQ(result.hits[1].matched.size(), 1U);
  EXPECT_EQ(result.hits[1].matched[0].as, "varhainen tuki");
  EXPECT_EQ(result.hits[1].matched[0].how, MatchKind::kSynonym);
  EXPECT_EQ(marked(result.hits[0].title), "[Varhaisen tuen] [puheeksiotto]");
}

TEST(QueryExpansion, TakesTheLongestName) {
  QueryIndex index = index_of({{.id = "a", .title = "Puheeksiotto työpaikalla"},
                               {.id = "b", .title = "Apu naapurille"},
                               {.id = "c", .title = "Pieni tuki"}});
  EXPECT_THAT(index.ids("varhainen tuki"), UnorderedElementsAre("a", "c"));
  EXPECT_THAT(index.ids("tuki"), ElementsAre("c", "b"));
}

TEST(QueryExpansion, ExpandsRunningTextOnly) {
  QueryIndex index = index_of(leaders());
  for (const std::string query : {"\"esimies\"", "otsikko:esimies", "esimie*", "hyvä -esimies"}) {
    const auto result = index.search(query);
    EXPECT_THAT(result.reading.synonyms, IsEmpty()) << query;
  }
  EXPECT_THAT(index.ids("\"esimies\""), ElementsAre("own"));
  EXPECT_THAT(index.ids("hyvä -esimies"), UnorderedElementsAre("other", "none"));
}

TEST(QueryExpansion, NamesOnlyWhatTheIndexHas) {
  QueryIndex index = index_of({{.id = "a", .title = "Esimies"}, {.id = "b", .title = "Ruoka"}});
  EXPECT_THAT(index.search("esimies").reading.synonyms, IsEmpty());
  EXPECT_THAT(index.search("puheeksiotto").reading.synonyms, IsEmpty());
}

TEST(QueryExpansion, NamesWordsThatFollowEachOtherOnlyWhereTheyDo) {
  QueryIndex apart = index_of({{.id = "a", .title = "Tuki alkaa varhain"},
                               {.id = "b", .title = "Varhainen aamu, hyvä tuki"}});
  EXPECT_THAT(apart.search("puheeksiotto").reading.synonyms, IsEmpty());
  QueryIndex together = index_of({{.id = "a", .title = "Varhainen tuki"}, {.id = "b"}});
  EXPECT_THAT(listing(together.search("puheeksiotto").reading.synonyms),
              ElementsAre("puheeksiotto (fi): varhainen tuki"));
}

TEST(QueryExpansion, NamesOnceWhatTwoLanguagesCallTheSame) {
  QueryIndex index =
      index_of({{.id = "fi", .title = "Quizlo koulussa"},
                {.id = "sv", .title = "Quizlo i skolan", .language = Language::kSwedish}});
  const auto result = index.search("quiz app");
  EXPECT_THAT(ids_of(result.hits), UnorderedElementsAre("fi", "sv"));
  EXPECT_THAT(listing(result.reading.translated), ElementsAre("quiz app (en): Quizlo"));
}

TEST(QueryExpansion, NamesOnceWhatAreFormsOfOneName) {
  QueryIndex index = index_of({{.id = "a", .title = "Kirjastossa luetaan"}});
  const auto result = index.search("lukutupa");
  EXPECT_THAT(ids_of(result.hits), ElementsAre("a"));
  EXPECT_THAT(listing(result.reading.synonyms), ElementsAre("lukutupa (fi): kirjasto"));
}

TEST(QueryExpansion, AWordWithATranslationThatNoDeedHasIsNoSlip) {
  QueryIndex index =
      index_of({{.id = "a", .title = "Puhelin soi"},
                {.id = "b", .title = "Pari kokousta"},
                {.id = "c", .title = "Telefon och par", .language = Language::kSwedish}});
  const auto result = index.search("telefonpar");
  EXPECT_THAT(result.reading.translated, IsEmpty());
  EXPECT_FALSE(result.reading.correction);
}

TEST(QueryExpansion, TranslatesInPlaceWhereTheIndexDoesNotHaveTheLanguage) {
  QueryIndex index = index_of({{.id = "a", .title = "Koulu kehittyy"},
                               {.id = "b", .title = "Opistossa kehitetään"},
                               {.id = "c", .title = "Esihenkilö oppii"}});
  const auto result = index.search("skolan");
  EXPECT_THAT(ids_of(result.hits), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(listing(result.reading.translated), ElementsAre("skolan (sv): koulu, opisto"));
  ASSERT_EQ(result.hits[0].matched.size(), 1U);
  EXPECT_EQ(result.hits[0].matched[0].word, "skolan");
  EXPECT_EQ(result.hits[0].matched[0].how, MatchKind::kTranslation);
  EXPECT_THAT(index.ids("chefens"), ElementsAre("c"));
  EXPECT_THAT(index.ids("supervisors"), ElementsAre("c"));
  EXPECT_THAT(index.ids("school"), ElementsAre("a"));
}

// Nineteen Finnish deeds to each Swedish one, or as told.
std::vector<DeedText> bilingual(std::size_t finnish) {
  std::vector<DeedText> texts{
      {.id = "sv", .title = "Skolan utvecklas", .language = Language::kSwedish},
      {.id = "fi", .title = "Koulu kehittyy"}};
  for (std::size_t i = 1; i < finnish; ++i) {
    texts.push_back({.id = "x" + std::to_string(i), .title = "Keittiö toimii"});
  }
  return texts;
}

TEST(QueryExpansion, AddsTranslationsBehindWordsThatTheIndexHas) {
  QueryIndex index = index_of(bilingual(10));
  const auto result = index.search("skola");
  ASSERT_THAT(ids_of(result.hits), ElementsAre("sv", "fi"));
  EXPECT_LT(result.hits[1].score, 0.7 * result.hits[0].score);
  EXPECT_THAT(listing(result.reading.translated), ElementsAre("skola (sv): koulu"));
}

TEST(QueryExpansion, TranslatesInPlaceWhereTheLanguageIsRareInTheIndex) {
  QueryIndex rare = index_of(bilingual(60));
  QueryIndex common = index_of(bilingual(10));
  const auto share = [](QueryIndex& index) {
    const auto hits = index.search("skola").hits;
    return hits.size() == 2 ? (hits[0].id == "fi" ? hits[0] : hits[1]).score /
                                  (hits[0].id == "fi" ? hits[1] : hits[0]).score
                            : 0.0;
  };
  EXPECT_GT(share(rare), 2 * share(common));
}

TEST(QueryExpansion, DoesNotTranslateIntoLanguagesOfAFewStrays) {
  const auto finds_swedish = [](std::size_t finnish) {
    QueryIndex index = index_of({[&] {
      auto texts = bilingual(finnish);
      texts[0].title = "Hemvård utvecklas";
      texts[1].title = "Kotihoito kehittyy";
      return texts;
    }()});
    return index.ids("kotihoito");
  };
  EXPECT_THAT(finds_swedish(20), ElementsAre("fi", "sv"));
  EXPECT_THAT(finds_swedish(250), ElementsAre("fi")) << "one deed of 251";
}

TEST(QueryExpansion, TakesWordsAsTheyAreWhenToldTo) {
  QueryIndex index = index_of(leaders());
  const auto result = index.search(request("esimies", Interpretation::kExact));
  EXPECT_THAT(ids_of(result.hits), ElementsAre("own"));
  EXPECT_THAT(result.reading.synonyms, IsEmpty());
  EXPECT_THAT(ids_of(index.search(request("förman", Interpretation::kExact)).hits), IsEmpty());
}

TEST(QueryExpansion, KeepsSynonymsWithoutTranslation) {
  QueryIndex index = index_of(leaders());
  const auto finnish = index.search(request("esimies", Interpretation::kWithoutTranslation));
  EXPECT_THAT(ids_of(finnish.hits), ElementsAre("own", "other"));
  const auto swedish = index.search(request("förman", Interpretation::kWithoutTranslation));
  EXPECT_THAT(swedish.hits, IsEmpty());
  EXPECT_THAT(swedish.reading.translated, IsEmpty());
}

TEST(QueryExpansion, LeavesFinnishWordsAlone) {
  QueryIndex index = index_of(
      {{.id = "a", .title = "Koulu kehittyy"}, {.id = "b", .title = "Home löytyi seinästä"}});
  for (const std::string query : {"home", "koulun", "koulu home"}) {
    EXPECT_THAT(index.search(query).reading.translated, IsEmpty()) << query;
  }
  EXPECT_THAT(index.ids("home"), Not(Contains("a")));
}

// Translated piece by piece, it would seem to be a word.
TEST(QueryExpansion, DoesNotTakeWordsWithoutTheirSpaceForAFinnishWord) {
  QueryIndex index(deeds_of({{.id = "a", .title = "Mitä keskustelussa tapahtuu"},
                             {.id = "b", .title = "Keskustelu jatkuu"},
                             {.id = "sv", .title = "Vad händer", .language = Language::kSwedish}}),
                   {.thesaurus = "tuki\ttuki\tstöd\n",
                    .dictionaries = {{.languages = "fin-swe",
                                      .entries = {{"keskustelu", "keskustelu <n>\nsamtal\n"},
                                                  {"tapahtua", "tapahtua <v>\nhända\n"}}}}});
  const auto result = index.search("keskustelussatapahtuu");
  ASSERT_TRUE(result.reading.correction);
  EXPECT_EQ(result.reading.correction->text, "keskustelussa tapahtuu");
  EXPECT_EQ(result.reading.correction->state, CorrectionState::kApplied);
  EXPECT_THAT(ids_of(result.hits), ElementsAre("a", "b", "sv"));
}

}  // namespace
}  // namespace kiertoon
