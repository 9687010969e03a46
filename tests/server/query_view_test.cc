// How a query was understood, and what helps where nothing was found, as JSON.

#include "server/query_view.h"

#include <optional>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "server/search_view.h"
#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

using nlohmann::json;

DeedsQuery query_of(std::string text, Language labels = Language::kFinnish) {
  return {.request = {.text = std::move(text)}, .labels = labels};
}

json query_json(const QueryReading& reading, const DeedsQuery& query = query_of("työ")) {
  JsonWriter writer;
  writer.object([&] { write_query(writer, query, reading, *test_vocabulary()); });
  return json::parse(std::move(writer).take()).at("query");
}

json help_json(const std::optional<SearchHelp>& help, Language labels = Language::kFinnish) {
  JsonWriter writer;
  writer.object([&] { write_help(writer, help, *test_vocabulary(), labels); });
  return json::parse(std::move(writer).take()).at("help");
}

TEST(QueryView, HasEveryFieldWhereNothingWasDone) {
  EXPECT_EQ(query_json({}), json::parse(R"({
    "text": "työ", "corrected": null, "correction": null, "changes": [],
    "synonyms": [], "translated": [], "recognised": []})"));
}

TEST(QueryView, ShowsCorrections) {
  QueryReading reading;
  reading.correction = {
      .text = "työ", .state = CorrectionState::kApplied, .changes = {{"tyo", "työ"}}};
  const json applied = query_json(reading, query_of("tyo"));
  EXPECT_EQ(applied["text"], "tyo");
  EXPECT_EQ(applied["corrected"], "työ");
  EXPECT_EQ(applied["correction"], "applied");
  EXPECT_EQ(applied["changes"], json::parse(R"([{"from": "tyo", "to": "työ"}])"));
  reading.correction->state = CorrectionState::kOffered;
  EXPECT_EQ(query_json(reading)["correction"], "offered");
}

TEST(QueryView, ShowsSynonymsAndTranslationsWithTheLanguageOfTheWord) {
  QueryReading reading;
  reading.synonyms = {{"esimies", Language::kFinnish, {"esihenkilö", "lähijohtaja"}}};
  reading.translated = {{"home care", Language::kEnglish, {"kotihoito"}},
                        {"hälsa", Language::kSwedish, {"terveys"}}};
  const json query = query_json(reading);
  EXPECT_EQ(query["synonyms"], json::parse(R"([
    {"word": "esimies", "language": "fi", "as": ["esihenkilö", "lähijohtaja"]}])"));
  EXPECT_EQ(query["translated"], json::parse(R"([
    {"word": "home care", "language": "en", "as": ["kotihoito"]},
    {"word": "hälsa", "language": "sv", "as": ["terveys"]}])"));
}

TEST(QueryView, ShowsWhatWasRecognisedWithItsLabelAndFilter) {
  QueryReading reading;
  reading.recognised = {{"2024", Facet::kYear, "2024"},
                        {"Limingan", Facet::kOrganisation, "liminka"},
                        {"palkittu", Facet::kAward, "winner"}};
  EXPECT_EQ(query_json(reading)["recognised"], json::parse(R"([
    {"kind": "year", "text": "2024", "label": "2024", "filter": {"year": "2024"}},
    {"kind": "organisation", "text": "Limingan", "label": "Liminka", "filter": {"organisation": "liminka"}},
    {"kind": "award", "text": "palkittu", "label": "voittaja", "filter": {"award": "winner"}}])"));
  EXPECT_EQ(query_json(reading, query_of("x", Language::kSwedish))["recognised"][1]["label"],
            "Limingo");
}

TEST(QueryView, HasNoHelpWhereThereIsNone) {
  EXPECT_TRUE(help_json(std::nullopt).is_null());
  EXPECT_EQ(help_json(SearchHelp()), json::parse(R"({"words": [], "themes": [], "similar": []})"));
}

TEST(QueryView, ShowsHelp) {
  SearchHelp help;
  help.words = {{"xyzzy", 0, {}}, {"esimies", 3, {"esihenkilö"}}};
  help.themes = {{"johtaminen", 12, false}};
  help.similar = {{.id = "2021-0042",
                   .title = "Mallia",
                   .language = Language::kSwedish,
                   .organisations = {{.slug = "liminka",
                                      .name = "Limingan kunta",
                                      .type = OrganisationType::kMunicipality,
                                      .role = OrganisationRole::kPartner}},
                   .published = std::chrono::year(2021) / 9 / 14},
                  {.id = "x", .title = "y", .organisations = {}, .published = std::nullopt}};
  EXPECT_EQ(help_json(help), json::parse(R"({
    "words": [{"word": "xyzzy", "found": false, "count": 0, "tried": []},
              {"word": "esimies", "found": true, "count": 3, "tried": ["esihenkilö"]}],
    "themes": [{"value": "johtaminen", "label": "Johtaminen ja esihenkilötyö", "count": 12}],
    "similar": [
      {"id": "2021-0042", "title": "Mallia", "language": "sv",
       "organisations": [{"slug": "liminka", "name": "Limingan kunta", "type": "municipality", "role": "partner"}],
       "published": "2021-09-14"},
      {"id": "x", "title": "y", "language": "fi", "organisations": [], "published": null}]})"));
  EXPECT_EQ(help_json(help, Language::kEnglish)["themes"][0]["label"],
            "Leadership and supervisors' work");
}

TEST(QueryView, WritesHostileTextAsText) {
  const std::string hostile = "\"</script>\\\n\x01";
  QueryReading reading;
  reading.synonyms = {{hostile, Language::kFinnish, {hostile}}};
  reading.recognised = {{hostile, Facet::kOrganisation, hostile}};
  const json query = query_json(reading, query_of(hostile));
  EXPECT_EQ(query["text"], hostile);
  EXPECT_EQ(query["synonyms"][0]["as"][0], hostile);
  EXPECT_EQ(query["recognised"][0]["filter"]["organisation"], hostile);
  SearchHelp help;
  help.words = {{hostile, 0, {hostile}}};
  EXPECT_EQ(help_json(help)["words"][0]["word"], hostile);
}

TEST(SearchView, ShowsRelatedDeedsApartFromHits) {
  SearchResult result{.total = 1, .hits = {Hit{.id = "a"}}, .related = {Hit{.id = "b"}}};
  const json answer = json::parse(search_json(query_of("x"), result, *test_vocabulary()));
  EXPECT_EQ(answer["total"], 1);
  ASSERT_EQ(answer["hits"].size(), 1U);
  EXPECT_EQ(answer["hits"][0]["id"], "a");
  ASSERT_EQ(answer["related"].size(), 1U);
  EXPECT_EQ(answer["related"][0]["id"], "b");
  EXPECT_TRUE(answer["help"].is_null());
}

TEST(SearchView, NamesEveryWayAWordIsMet) {
  SearchResult result{.total = 1, .hits = {Hit{.id = "a"}}};
  result.hits[0].matched = {{"a", "b", MatchKind::kSynonym},
                            {"a", "b", MatchKind::kTranslation},
                            {"a", "b", MatchKind::kCorrection}};
  const json hit = json::parse(search_json(query_of("x"), result, *test_vocabulary()))["hits"][0];
  EXPECT_EQ(hit["matched"][0]["how"], "synonym");
  EXPECT_EQ(hit["matched"][1]["how"], "translation");
  EXPECT_EQ(hit["matched"][2]["how"], "correction");
}

}  // namespace
}  // namespace kiertoon
