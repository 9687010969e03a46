#include "search/query/name_recogniser.h"

#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/index/snapshot.h"
#include "tests/search/query/query_index.h"
#include "tests/search/query/query_text.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::UnorderedElementsAre;

Deed deed(std::string id, std::string title, std::vector<std::string> organisations) {
  Deed deed = deed_of({.id = std::move(id), .title = std::move(title)});
  deed.organisations.clear();
  for (auto& name : organisations) {
    deed.organisations.push_back(
        {.name = std::move(name), .type = OrganisationType::kMunicipality});
  }
  return deed;
}

std::vector<Deed> deeds() {
  std::vector<Deed> deeds{deed("liminka", "Etätyö sujuu", {"Limingan kunta"}),
                          deed("vaasa", "Etätyö sujuu", {"Vaasan kaupunki"}),
                          deed("tampere", "Vaasan malli etätyöhön", {"Tampereen kaupunki"}),
                          deed("ii", "Ruoka maistuu", {"Iin kunta", "Limingan kunta"}),
                          deed("county", "Ruoka maistuu", {"Pirkanmaan hyvinvointialue"})};
  deeds[0].published = std::chrono::year(2021) / 5 / 1;
  deeds[1].published = std::chrono::year(2024) / 5 / 1;
  deeds[1].awards = {{.year = 2024, .kind = AwardKind::kWinner, .category = {}}};
  deeds[2].published = std::chrono::year(2024) / 6 / 1;
  deeds[3].awards = {{.year = 2023, .kind = AwardKind::kFinalist, .category = {}}};
  deeds[4].published = std::chrono::year(2021) / 6 / 1;
  deeds[4].awards = {{.year = 2021, .kind = AwardKind::kWinner, .category = {}}};
  return deeds;
}

QueryIndex& index() {
  static QueryIndex index(deeds(), {});
  return index;
}

std::vector<std::string> recognised(std::string_view query) {
  return listing(index().search(query).reading.recognised);
}

TEST(NameRecogniser, KnowsOrganisationsInAnyInflection) {
  for (const std::string name :
       {"Liminka", "Limingan", "liminkaan", "LIMINGASSA", "Limingastakin"}) {
    EXPECT_THAT(recognised(name), ElementsAre("organisation liminka: " + name));
    EXPECT_THAT(recognised("etätyö " + name), ElementsAre("organisation liminka: " + name));
  }
  EXPECT_THAT(recognised("Iissä"), ElementsAre("organisation ii: Iissä"));
}

TEST(NameRecogniser, KnowsCountiesByTheirRegionsAndNicknames) {
  for (const std::string name : {"Pirkanmaa", "Pirkanmaalla", "Pirhassa", "PIRHA", "Birkaland"}) {
    EXPECT_THAT(recognised(name), ElementsAre("organisation pirkanmaan-hyvinvointialue: " + name));
  }
  EXPECT_THAT(recognised("ruoka Pirkanmaan kouluissa"),
              ElementsAre("organisation pirkanmaan-hyvinvointialue: Pirkanmaan"));
  EXPECT_THAT(recognised("Keusotessa"), IsEmpty());  // no deed is from there
}

// "Kuusaranta" is in no dictionary.
TEST(NameRecogniser, KnowsTheGenitiveOfNamesThatFinnishDoesNotKnow) {
  QueryIndex index({deed("a", "Etätyö sujuu", {"Kuusarannan kaupunki"})}, {});
  EXPECT_THAT(listing(index.search("Kuusarannan koulut").reading.recognised),
              ElementsAre("organisation kuusaranta: Kuusarannan"));
  EXPECT_THAT(listing(index.search("Kuusarannan kaupungin koulut").reading.recognised),
              ElementsAre("organisation kuusaranta: Kuusarannan kaupungin"));
}

TEST(NameRecogniser, KnowsOrganisationsByOfficialAndSwedishNames) {
  EXPECT_THAT(recognised("Limingan kunnassa"),
              ElementsAre("organisation liminka: Limingan kunnassa"));
  EXPECT_THAT(recognised("Limingo"), ElementsAre("organisation liminka: Limingo"));
  EXPECT_THAT(recognised("distansarbete i Vasa"), ElementsAre("organisation vaasa: Vasa"));
  EXPECT_THAT(recognised("Vasa stads"), ElementsAre("organisation vaasa: Vasa stads"));
  EXPECT_THAT(recognised("Birkalands välfärdsområde"),
              ElementsAre("organisation pirkanmaan-hyvinvointialue: Birkalands välfärdsområde"));
  EXPECT_THAT(
      recognised("Pirkanmaan hyvinvointialueella"),
      ElementsAre("organisation pirkanmaan-hyvinvointialue: Pirkanmaan hyvinvointialueella"));
}

TEST(NameRecogniser, NamesOnlyWhatDeedsHave) {
  for (const std::string query :
       {"Kempele", "2022", "kunniamaininta", "20244", "2o24", "kunta", "hyvinvointialue", ""}) {
    EXPECT_THAT(recognised(query), IsEmpty()) << query;
  }
}

TEST(NameRecogniser, KnowsYearsAndAwards) {
  EXPECT_THAT(recognised("etätyö 2024"), ElementsAre("year 2024: 2024"));
  EXPECT_THAT(recognised("palkitut teot"), ElementsAre("award winner: palkitut"));
  EXPECT_THAT(recognised("voittajia 2021"),
              ElementsAre("year 2021: 2021", "award winner: voittajia"));
  EXPECT_THAT(recognised("vinnarna"), ElementsAre("award winner: vinnarna"));
  EXPECT_THAT(recognised("finalistit"), ElementsAre("award finalist: finalistit"));
}

TEST(NameRecogniser, NamesEachOnceAndInOrder) {
  EXPECT_THAT(recognised("Vaasan etätyö ja Liminka Vaasan 2024 2024 2021"),
              ElementsAre("year 2024: 2024",
                          "year 2024: 2024",
                          "year 2021: 2021",
                          "organisation vaasa: Vaasan",
                          "organisation liminka: Liminka"));
}

TEST(NameRecogniser, ReadsRunningTextOnly) {
  for (const std::string query : {"\"Limingan malli\"", "-Liminka", "vuosi:2024", "Limin*"}) {
    EXPECT_THAT(recognised(query), IsEmpty()) << query;
  }
  const auto exact = index().search(
      SearchRequest{.text = "Liminka 2024", .interpretation = Interpretation::kExact});
  EXPECT_THAT(exact.reading.recognised, IsEmpty());
}

TEST(NameRecogniser, RaisesDeedsWithoutHidingOrAddingOthers) {
  for (const auto& [query, first] : {std::pair("etätyö Limingassa", "liminka"),
                                     std::pair("etätyö Vasa", "vaasa"),
                                     std::pair("etätyö 2021", "liminka"),
                                     std::pair("palkittu etätyö", "vaasa")}) {
    const auto result = index().search(query);
    const auto exact =
        index().search(SearchRequest{.text = query, .interpretation = Interpretation::kExact});
    EXPECT_EQ(result.total, exact.total) << query;
    EXPECT_THAT(ids_of(result.hits), IsSupersetOf({"liminka", "vaasa", "tampere"})) << query;
    ASSERT_FALSE(result.hits.empty()) << query;
    EXPECT_EQ(result.hits.front().id, first) << query;
  }
}

TEST(NameRecogniser, FindsAllDeedsOfWhatAQueryOfNamesAloneNames) {
  const auto found = [](std::string_view query) { return index().search(query); };
  EXPECT_THAT(ids_of(found("Limingassa").hits), UnorderedElementsAre("liminka", "ii"));
  EXPECT_THAT(ids_of(found("Limingo kommun").hits), UnorderedElementsAre("liminka", "ii"));
  EXPECT_EQ(found("Vaasa").total, 2U) << "its own, and the one that speaks of it";
  EXPECT_EQ(found("Vaasa").hits.front().id, "vaasa");
  EXPECT_EQ(found("2024").total, 2U);
  EXPECT_EQ(found("palkittu 2024").hits.front().id, "vaasa") << "has both";
}

TEST(NameRecogniser, KnowsWhetherAnythingElseIsAskedFor) {
  const auto recogniser =
      value_or_throw(NameRecogniser::create(*test_vocabulary(), test_data_folder() / "vocabulary"));
  const TestFolder folder;
  publish_deeds(folder.path("index"), deeds());
  const auto snapshot = value_or_throw(Snapshot::open(folder.path("index")));
  const auto is_whole = [&](std::string_view query) {
    return recogniser.recognise(QueryText(query).run(), snapshot->columns()).is_whole_run;
  };
  EXPECT_TRUE(is_whole("Liminka"));
  EXPECT_TRUE(is_whole("Liminka ja Vaasa 2024"));
  EXPECT_FALSE(is_whole("Liminka etätyö"));
  EXPECT_FALSE(is_whole("ja on")) << "nothing is named";
  EXPECT_FALSE(is_whole(""));
}

TEST(NameRecogniser, RefusesBrokenAwardWordsNamingThePlace) {
  const auto message = [](std::string_view lines) {
    const TestFolder folder;
    folder.write("award_words.tsv", lines);
    const auto created = NameRecogniser::create(*test_vocabulary(), folder.path());
    return created ? std::string("accepted") : created.error().message;
  };
  EXPECT_EQ(message("# note\nwinner\tvoittaja\tvinnare\n"), "accepted");
  EXPECT_THAT(message("winner\tvoittaja\ngold\tkulta\n"), HasSubstr("award_words.tsv:2: \"gold\""));
  EXPECT_THAT(message("winner\tvoittaja | ...\n"), HasSubstr("award_words.tsv:1: \"...\""));
  const TestFolder empty;
  const auto missing = NameRecogniser::create(*test_vocabulary(), empty.path());
  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.error().message, HasSubstr("award_words.tsv"));
}

}  // namespace
}  // namespace kiertoon
