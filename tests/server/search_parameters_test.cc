#include "server/search_parameters.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Valid<DeedsQuery> parse(std::string_view query) {
  return parse_deeds_query(*Parameters::parse(query), *test_vocabulary());
}

TEST(DeedsQuery, HasDefaults) {
  const auto query = parse("");
  ASSERT_TRUE(query);
  EXPECT_EQ(query->request.text, "");
  EXPECT_TRUE(query->request.filters.empty());
  EXPECT_EQ(query->request.sort, SortOrder::kRelevance);
  EXPECT_EQ(query->request.offset, 0U);
  EXPECT_EQ(query->request.limit, 20U);
  EXPECT_EQ(query->labels, Language::kFinnish);
  EXPECT_EQ(query->request.interpretation, Interpretation::kHelpful);
}

TEST(DeedsQuery, HasDefaultsOfItsRoute) {
  const DeedsDefaults defaults{.sort = SortOrder::kNewest, .per_page = 50};
  const auto parse_for_route = [&](std::string_view query) {
    return parse_deeds_query(*Parameters::parse(query), *test_vocabulary(), defaults).value();
  };
  const DeedsQuery absent = parse_for_route("page=3");
  EXPECT_EQ(absent.request.sort, SortOrder::kNewest);
  EXPECT_EQ(absent.request.limit, 50U);
  EXPECT_EQ(absent.request.offset, 100U);
  const DeedsQuery given = parse_for_route("sort=relevance&per_page=10");
  EXPECT_EQ(given.request.sort, SortOrder::kRelevance);
  EXPECT_EQ(given.request.limit, 10U);
}

TEST(DeedsQuery, ReadsEveryParameter) {
  const auto query = parse(
      "q=ty%C3%B6&theme=tyohyvinvointi&theme=digitalisaatio&sector=perusopetus&organisation=liminka"
      "&organisation_type=company&programme=kuntatyo2030&language=sv&award=winner&keyword=chatbot"
      "&year=2021..2024&year=2015&sort=title&page=3&per_page=50&facets=theme,year,theme&lang=sv&"
      "exact=true");
  ASSERT_TRUE(query) << query.error().detail;
  const SearchRequest& request = query->request;
  EXPECT_EQ(request.text, "työ");
  EXPECT_THAT(request.filters.of(Facet::kTheme), ElementsAre("tyohyvinvointi", "digitalisaatio"));
  EXPECT_THAT(request.filters.of(Facet::kOrganisationType), ElementsAre("company"));
  EXPECT_THAT(request.filters.of(Facet::kKeyword), ElementsAre("chatbot"));
  ASSERT_EQ(request.filters.years.size(), 2U);
  EXPECT_EQ(request.filters.years[0].last, 2024);
  EXPECT_EQ(request.sort, SortOrder::kTitle);
  EXPECT_EQ(request.offset, 100U);
  EXPECT_EQ(request.limit, 50U);
  EXPECT_THAT(request.facets, ElementsAre(Facet::kTheme, Facet::kYear));
  EXPECT_EQ(query->labels, Language::kSwedish);
  EXPECT_EQ(request.interpretation, Interpretation::kExact);
}

TEST(DeedsQuery, TakesAThousandCharactersHoweverManyBytes) {
  std::string text;
  for (int i = 0; i < 1000; ++i) {
    text += "ä";
  }
  EXPECT_TRUE(parse("q=" + text));
  EXPECT_FALSE(parse("q=" + text + "a"));
}

TEST(DeedsQuery, ReachesTenThousandHits) {
  EXPECT_TRUE(parse("page=500"));
  EXPECT_FALSE(parse("page=501"));
  EXPECT_TRUE(parse("page=100&per_page=100"));
  EXPECT_FALSE(parse("page=101&per_page=100"));
  EXPECT_TRUE(parse("page=10000&per_page=1"));
}

struct Refused {
  const char* query;
  const char* parameter;
  const char* mentions;
};

class RefusedQuery : public testing::TestWithParam<Refused> {};

TEST_P(RefusedQuery, NamesTheParameterItsPlaceAndWhatIsAllowed) {
  const auto query = parse(GetParam().query);
  ASSERT_FALSE(query);
  EXPECT_EQ(query.error().status, 400);
  EXPECT_EQ(*query.error().parameter, GetParam().parameter);
  EXPECT_TRUE(query.error().position.has_value());
  EXPECT_THAT(query.error().detail, HasSubstr(GetParam().mentions));
}

INSTANTIATE_TEST_SUITE_P(
    DeedsQuery,
    RefusedQuery,
    testing::Values(Refused{"query=a", "query", "'q'"},
                    Refused{"Q=a", "Q", "'q'"},
                    Refused{"q=a&q=b", "q", "once"},
                    Refused{"page=1&page=1", "page", "once"},
                    Refused{"sort=best", "sort", "'newest'"},
                    Refused{"sort=", "sort", "'newest'"},
                    Refused{"sort=title&sort=title", "sort", "once"},
                    Refused{"lang=de", "lang", "'fi', 'sv' or 'en'"},
                    Refused{"language=FI", "language", "'fi', 'sv' or 'en'"},
                    Refused{"theme=huuhaa", "theme", "'digitalisaatio'"},
                    Refused{"theme=", "theme", "'digitalisaatio'"},
                    Refused{"sector=huuhaa", "sector", "'perusopetus'"},
                    Refused{"programme=x", "programme", "'kuntatyo2030'"},
                    Refused{"organisation_type=kunta", "organisation_type", "'municipality'"},
                    Refused{"organisation=", "organisation", "empty"},
                    Refused{"award=gold", "award", "'finalist'"},
                    Refused{"year=21", "year", "'2021..2024'"},
                    Refused{"year=2024..2021", "year", "first year first"},
                    Refused{"year=2021-2024", "year", "'2021..2024'"},
                    Refused{"year=..", "year", "'2021..2024'"},
                    Refused{"facets=theme,nothing", "facets", "'organisation_type'"},
                    Refused{"facets=theme,,year", "facets", "'organisation_type'"},
                    Refused{"per_page=101", "per_page", "from 1 to 100"},
                    Refused{"per_page=0", "per_page", "from 1 to 100"},
                    Refused{"page=0", "page", "10000"},
                    Refused{"exact=yes", "exact", "'true' or 'false'"}));

TEST(DeedsQuery, PointsAtTheFacetThatIsWrong) {
  EXPECT_EQ(*parse("q=a&facets=theme,nothing").error().position, 17U);
  EXPECT_EQ(*parse("q=a&facets=%74heme,nothing").error().position, 19U);
}

TEST(DeedsQuery, RefusesMoreFilterValuesThanAllowed) {
  std::string query = "q=a";
  for (int i = 0; i < 101; ++i) {
    query += "&keyword=k" + std::to_string(i);
  }
  EXPECT_FALSE(parse(query));
}

TEST(Canonical, IsTheSameForTheSameQuestion) {
  EXPECT_EQ(
      canonical(*parse("q=a&theme=hallinto&theme=koulut&year=2021")),
      canonical(*parse("year=2021&theme=koulut&q=a&theme=hallinto&page=1&lang=fi&sort=relevance")));
}

TEST(Canonical, DiffersForDifferentQuestions) {
  const std::string base = canonical(*parse("q=a"));
  for (const char* other : {"q=b",
                            "q=A",
                            "q=a&lang=sv",
                            "q=a&page=2",
                            "q=a&per_page=21",
                            "q=a&sort=newest",
                            "q=a&exact=true",
                            "q=a&year=2021",
                            "q=a&year=2021..",
                            "q=a&theme=koulut",
                            "q=a&sector=perusopetus",
                            "q=a&facets=theme",
                            "q=a&keyword=a"}) {
    EXPECT_NE(base, canonical(*parse(other))) << other;
  }
  EXPECT_NE(canonical(*parse("keyword=a&keyword=b")), canonical(*parse("keyword=a1:b")));
  EXPECT_NE(canonical(*parse("keyword=a%1fb")), canonical(*parse("keyword=a&keyword=b")));
  EXPECT_NE(canonical(*parse("keyword=a")), canonical(*parse("organisation=a")));
}

}  // namespace
}  // namespace kiertoon
