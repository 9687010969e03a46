// The parameters that say how a query may be read, and what they do to an answer.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "server/deeds_service.h"
#include "server/search_parameters.h"
#include "tests/search/test_index.h"
#include "tests/server/test_server_index.h"

namespace kiertoon {
namespace {

using nlohmann::json;
using testing::HasSubstr;

Valid<DeedsQuery> parse(std::string_view query) {
  return parse_deeds_query(*Parameters::parse(query), *test_vocabulary());
}

Interpretation interpretation(std::string_view query) {
  return parse(query).value().request.interpretation;
}

Reply answer(std::string_view query) {
  return DeedsService(make_service_context(server_test_service(), Contacts::kHidden))
      .answer({.variable = {}, .parameters = *Parameters::parse(query)});
}

TEST(TranslateParameter, SaysHowAQueryMayBeRead) {
  EXPECT_EQ(interpretation("q=a"), Interpretation::kHelpful);
  EXPECT_EQ(interpretation("translate=true"), Interpretation::kHelpful);
  EXPECT_EQ(interpretation("translate=false"), Interpretation::kWithoutTranslation);
  EXPECT_EQ(interpretation("exact=false&translate=false"), Interpretation::kWithoutTranslation);
}

TEST(TranslateParameter, AddsNothingToExact) {
  EXPECT_EQ(interpretation("exact=true"), Interpretation::kExact);
  EXPECT_EQ(interpretation("exact=true&translate=true"), Interpretation::kExact);
  EXPECT_EQ(interpretation("exact=true&translate=false"), Interpretation::kExact);
}

TEST(TranslateParameter, TakesTrueAndFalseOnly) {
  for (const std::string query :
       {"translate=", "translate=no", "translate=0", "translate=TRUE", "translate=sv"}) {
    const auto refused = parse(query);
    ASSERT_FALSE(refused) << query;
    EXPECT_EQ(refused.error().status, 400);
    EXPECT_EQ(*refused.error().parameter, "translate");
    EXPECT_TRUE(refused.error().position);
    EXPECT_THAT(refused.error().detail, HasSubstr("'true'")) << refused.error().detail;
  }
  const auto twice = parse("translate=true&translate=false");
  ASSERT_FALSE(twice);
  EXPECT_THAT(twice.error().detail, HasSubstr("once"));
}

TEST(TranslateParameter, TellsAnswersApart) {
  const auto canonical_of = [](std::string_view query) { return canonical(*parse(query)); };
  EXPECT_EQ(canonical_of("q=a"), canonical_of("translate=true&q=a"));
  EXPECT_NE(canonical_of("q=a"), canonical_of("q=a&translate=false"));
  EXPECT_NE(canonical_of("q=a&translate=false"), canonical_of("q=a&exact=true"));
  EXPECT_NE(answer("q=a").etag, answer("q=a&translate=false").etag);
}

TEST(TranslateParameter, KeepsTheSearchInTheLanguageOfItsWords) {
  const json translated = json::parse(answer("q=l%C3%A4roanstalt").body);
  EXPECT_EQ(translated["total"], 2);
  ASSERT_EQ(translated["query"]["translated"].size(), 1U);
  EXPECT_EQ(translated["query"]["translated"][0]["word"], "läroanstalt");
  EXPECT_EQ(translated["query"]["translated"][0]["language"], "sv");
  EXPECT_THAT(translated["query"]["translated"][0]["as"].dump(), HasSubstr("koulu"));
  EXPECT_EQ(translated["hits"][0]["matched"][0]["how"], "translation");
  const json kept = json::parse(answer("q=l%C3%A4roanstalt&translate=false").body);
  EXPECT_EQ(kept["total"], 0);
  EXPECT_EQ(kept["query"]["translated"], json::array());
  EXPECT_EQ(kept["help"]["words"][0],
            json::parse(R"({"word": "läroanstalt", "found": false, "count": 0, "tried": []})"));
}

TEST(TranslateParameter, LeavesSynonymsAndNames) {
  const json synonym = json::parse(answer("q=oppilaitos&translate=false").body);
  EXPECT_EQ(synonym["total"], 2);
  EXPECT_EQ(synonym["query"]["synonyms"][0]["word"], "oppilaitos");
  const json named =
      json::parse(answer("q=koulu+Kuusarannan+kaupungissa+2021&translate=false").body);
  EXPECT_EQ(named["query"]["recognised"], json::parse(R"([
    {"kind": "year", "text": "2021", "label": "2021", "filter": {"year": "2021"}},
    {"kind": "organisation", "text": "Kuusarannan kaupungissa", "label": "Kuusaranta",
     "filter": {"organisation": "kuusaranta"}}])"));
}

TEST(TranslateParameter, WithExactNothingIsUnderstoodBeyondTheWords) {
  const json exact = json::parse(answer("q=oppilaitos+2021&exact=true").body);
  EXPECT_EQ(exact["total"], 0);
  EXPECT_EQ(exact["related"], json::array());
  EXPECT_EQ(exact["query"], json::parse(R"({
    "text": "oppilaitos 2021", "corrected": null, "correction": null, "changes": [],
    "synonyms": [], "translated": [], "recognised": []})"));
}

}  // namespace
}  // namespace kiertoon
