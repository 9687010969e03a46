#include "server/similar_parameters.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Valid<SimilarRequest> parse_query(std::string_view query, std::string_view id = "a") {
  return parse_similar_query(id, *Parameters::parse(query), *test_vocabulary());
}

Valid<SimilarRequest> parse_body(std::string_view body, std::string_view query = "") {
  return parse_similar_body(body, *Parameters::parse(query), *test_vocabulary());
}

TEST(SimilarParameters, HaveDefaults) {
  const auto request = parse_query("");
  ASSERT_TRUE(request);
  EXPECT_THAT(request->ids, ElementsAre("a"));
  EXPECT_EQ(request->text, "");
  EXPECT_TRUE(request->filters.empty());
  EXPECT_EQ(request->limit, 10U);
  EXPECT_EQ(request->own_organisation, OwnOrganisation::kExcluded);
  EXPECT_EQ(request->max_per_organisation, 2U);
  EXPECT_EQ(request->diversity, 0.0);
  EXPECT_EQ(request->distance, Distance::kCloseOnly);
}

TEST(SimilarParameters, AreAllRead) {
  const auto request = parse_query(
      "limit=50&exclude_same_organisation=false&max_per_organisation=0&diversity=0.25&distance=any"
      "&theme=tyohyvinvointi&organisation_type=company&year=2021..2024");
  ASSERT_TRUE(request) << request.error().detail;
  EXPECT_EQ(request->limit, 50U);
  EXPECT_EQ(request->own_organisation, OwnOrganisation::kIncluded);
  EXPECT_EQ(request->max_per_organisation, 0U);
  EXPECT_EQ(request->diversity, 0.25);
  EXPECT_EQ(request->distance, Distance::kAny);
  EXPECT_THAT(request->filters.of(Facet::kTheme), ElementsAre("tyohyvinvointi"));
  EXPECT_THAT(request->filters.of(Facet::kOrganisationType), ElementsAre("company"));
  EXPECT_EQ(request->filters.years.front().last, 2024);
}

TEST(SimilarParameters, TakeTheirBounds) {
  for (const char* query : {"limit=1",
                            "diversity=0",
                            "diversity=1",
                            "diversity=1.0",
                            "diversity=.5",
                            "diversity=1e-3",
                            "max_per_organisation=50",
                            "exclude_same_organisation=true",
                            "distance=close"}) {
    EXPECT_TRUE(parse_query(query)) << query;
    EXPECT_TRUE(parse_body(R"({"text": "a"})", query)) << query;
  }
}

struct Refused {
  const char* query;
  const char* parameter;
  const char* kind = "invalid-parameter";
};

class RefusedSimilarParameters : public testing::TestWithParam<Refused> {};

TEST_P(RefusedSimilarParameters, AreNamed) {
  for (const auto& request :
       {parse_query(GetParam().query), parse_body(R"({"text": "a"})", GetParam().query)}) {
    ASSERT_FALSE(request) << GetParam().query;
    EXPECT_EQ(request.error().status, 400);
    EXPECT_EQ(request.error().parameter, GetParam().parameter);
    EXPECT_EQ(request.error().kind, GetParam().kind);
    EXPECT_THAT(request.error().detail, HasSubstr(GetParam().parameter));
    EXPECT_TRUE(request.error().position);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Queries,
    RefusedSimilarParameters,
    testing::Values(Refused{"limit=0", "limit"},
                    Refused{"limit=51", "limit"},
                    Refused{"limit=x", "limit"},
                    Refused{"limit=", "limit"},
                    Refused{"limit=-1", "limit"},
                    Refused{"limit=1&limit=2", "limit", "repeated-parameter"},
                    Refused{"exclude_same_organisation=1", "exclude_same_organisation"},
                    Refused{"exclude_same_organisation=", "exclude_same_organisation"},
                    Refused{"max_per_organisation=51", "max_per_organisation"},
                    Refused{"max_per_organisation=x", "max_per_organisation"},
                    Refused{"diversity=1.1", "diversity"},
                    Refused{"diversity=-0.1", "diversity"},
                    Refused{"diversity=nan", "diversity"},
                    Refused{"diversity=inf", "diversity"},
                    Refused{"diversity=", "diversity"},
                    Refused{"diversity=0,5", "diversity"},
                    Refused{"diversity=0.5x", "diversity"},
                    Refused{"diversity=0&diversity=0", "diversity", "repeated-parameter"},
                    Refused{"distance=far", "distance"},
                    Refused{"distance=", "distance"},
                    Refused{"theme=x", "theme"},
                    Refused{"sector=x", "sector"},
                    Refused{"organisation_type=x", "organisation_type"},
                    Refused{"programme=x", "programme"},
                    Refused{"language=de", "language"},
                    Refused{"award=x", "award"},
                    Refused{"keyword=", "keyword"},
                    Refused{"organisation=", "organisation"},
                    Refused{"year=x", "year"},
                    Refused{"q=a", "q", "unknown-parameter"},
                    Refused{"text=a", "text", "unknown-parameter"},
                    Refused{"ids=a", "ids", "unknown-parameter"},
                    Refused{"page=1", "page", "unknown-parameter"},
                    Refused{"lang=fi", "lang", "unknown-parameter"}));

TEST(SimilarBody, HasATextOrIdsOrBoth) {
  const auto text = parse_body(R"({"text": "ty\u00f6 \u0000 \ud83c\udf89"})");
  ASSERT_TRUE(text);
  EXPECT_EQ(text->text, std::string_view("työ \0 🎉", 11));
  EXPECT_TRUE(text->ids.empty());
  const auto ids = parse_body(R"({"ids": ["b", "a", "b"], "text": "  "})");
  ASSERT_TRUE(ids);
  EXPECT_THAT(ids->ids, ElementsAre("b", "a", "b"));
  const auto both = parse_body(R"( {"text": "työ", "ids": ["a"]} )", "limit=3");
  ASSERT_TRUE(both);
  EXPECT_EQ(both->limit, 3U);
}

TEST(SimilarBody, TakesTheLongestTextAndTheMostIds) {
  const std::string longest = R"({"text": ")" + std::string(kMaxSimilarTextBytes, 'a') + R"("})";
  EXPECT_TRUE(parse_body(longest));
  std::string ids = R"({"ids": ["a")";
  for (std::size_t i = 1; i < kMaxSimilarIds; ++i) {
    ids += R"(, "a")";
  }
  EXPECT_TRUE(parse_body(ids + "]}"));
  const auto too_many = parse_body(ids + R"(, "a"]})");
  ASSERT_FALSE(too_many);
  EXPECT_THAT(too_many.error().detail, HasSubstr("101 deeds; at most 100"));
}

struct RefusedText {
  std::string body;
  const char* detail;
};

TEST(SimilarBody, ThatIsWrongIsRefusedWithTheReason) {
  const std::vector<RefusedText> refused{
      {"", "not a JSON object"},
      {"{", "not a JSON object"},
      {"[]", "not a JSON object"},
      {"\"työ\"", "not a JSON object"},
      {"null", "not a JSON object"},
      {"text=työ", "not a JSON object"},
      {R"({"text": "a"} {})", "not a JSON object"},
      {R"({"text": "a",})", "not a JSON object"},
      {R"({"text": "\ud800"})", "not a JSON object"},
      {std::string(100'000, '['), "not a JSON object"},
      {R"({"text": )" + std::string(50'000, '[') + std::string(50'000, ']') + "}",
       "'text' is not a text"},
      {"{\"text\": \"\xFF\"}", "not valid UTF-8"},
      {"{\"text\": \"\xED\xA0\x80\"}", "not valid UTF-8"},
      {R"({"text": "a", "limit": 3})", "unknown field 'limit'"},
      {R"({"Text": "a"})", "unknown field 'Text'"},
      {R"({"": "a"})", "unknown field ''"},
      {R"({"text": 1})", "'text' is not a text"},
      {R"({"text": null})", "'text' is not a text"},
      {R"({"text": ["a"]})", "'text' is not a text"},
      {R"({"ids": "a"})", "'ids' is not a list"},
      {R"({"ids": {"a": 1}})", "'ids' is not a list"},
      {R"({"ids": ["a", 1]})", "'ids[1]'"},
      {R"({"ids": [""]})", "'ids[0]'"},
      {R"({"ids": [null]})", "'ids[0]'"},
      {"{}", "neither"},
      {R"({"text": ""})", "neither"},
      {R"({"text": " \n\t "})", "neither"},
      {R"({"ids": []})", "neither"},
      {R"({"ids": [], "text": ""})", "neither"},
      {R"({"text": ")" + std::string(kMaxSimilarTextBytes + 1, 'a') + R"("})",
       "65537 bytes; at most 65536"}};
  for (const auto& [body, detail] : refused) {
    const auto request = parse_body(body);
    ASSERT_FALSE(request) << body.substr(0, 80);
    EXPECT_EQ(request.error().status, 400);
    EXPECT_EQ(request.error().kind, "bad-request");
    EXPECT_THAT(request.error().detail, HasSubstr(detail)) << body.substr(0, 80);
    EXPECT_LT(request.error().detail.size(), 300U);
  }
}

TEST(SimilarBody, DoesNotRepeatALongFieldName) {
  const auto request = parse_body("{\"" + std::string(50'000, 'x') + "\": 1}");
  ASSERT_FALSE(request);
  EXPECT_LT(request.error().detail.size(), 1'000U);
}

TEST(SimilarRequests, ThatDifferHaveDifferentNames) {
  std::set<std::string> names;
  const std::vector<Valid<SimilarRequest>> requests{
      parse_query(""),
      parse_query("", "b"),
      parse_query("limit=9"),
      parse_query("max_per_organisation=1"),
      parse_query("diversity=0.5"),
      parse_query("diversity=0.25"),
      parse_query("distance=any"),
      parse_query("exclude_same_organisation=false"),
      parse_query("theme=johtaminen"),
      parse_query("keyword=johtaminen"),
      parse_query("year=2021"),
      parse_body(R"({"text": "a"})"),
      parse_body(R"({"ids": ["a", "b"]})"),
      parse_body(R"({"ids": ["b", "a"]})"),
      parse_body(R"({"ids": ["a\nb"]})"),
      parse_body(R"({"ids": ["a"], "text": "a"})"),
      parse_body(R"({"ids": ["a"], "text": "\n\na"})"),
      parse_body(R"({"ids": ["a", "", "a"]})")};
  std::size_t valid = 0;
  for (const auto& request : requests) {
    valid += request ? 1 : 0;
    if (request) {
      names.insert(canonical(*request));
    }
  }
  EXPECT_EQ(valid, requests.size() - 1);  // the last has an empty id
  EXPECT_EQ(names.size(), valid);
}

TEST(SimilarRequests, ThatAskTheSameHaveTheSameName) {
  EXPECT_EQ(canonical(*parse_query("")),
            canonical(*parse_query("limit=10&distance=close&diversity=0.0"
                                   "&exclude_same_organisation=true&max_per_organisation=2")));
  EXPECT_EQ(canonical(*parse_query("theme=johtaminen&limit=3")),
            canonical(*parse_query("limit=3&theme=johtaminen")));
  EXPECT_EQ(canonical(*parse_query("diversity=-0")), canonical(*parse_query("diversity=0")));
}

}  // namespace
}  // namespace kiertoon
