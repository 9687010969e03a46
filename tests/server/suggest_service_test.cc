#include "server/suggest_service.h"

#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "server/suggest_parameters.h"
#include "server/suggest_view.h"
#include "tests/server/test_server_index.h"

namespace kiertoon {
namespace {

using nlohmann::json;
using testing::HasSubstr;

ServiceContext context() {
  return make_service_context(server_test_service(), Contacts::kShown);
}

Call call_of(std::string_view query) {
  return {.parameters = *Parameters::parse(query)};
}

Reply answer(std::string_view query) {
  return SuggestService(context()).answer(call_of(query));
}

TEST(SuggestService, AnswersAsDocumented) {
  const Reply reply = answer("q=tyohyv&limit=1");
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(reply.content_type, kJsonType);
  EXPECT_EQ(reply.caching, Caching::kShared);
  json all = json::parse(reply.body);
  EXPECT_GE(all["took_ms"].get<double>(), 0.0);
  all.erase("took_ms");
  EXPECT_EQ(all, json::parse(R"({
    "query": {"text": "tyohyv"},
    "suggestions": [{
      "kind": "word", "text": [{"text": "työhyv", "match": true}, {"text": "invointi"}],
      "completion": "työhyvinvointi", "count": 2, "id": null, "filter": null}]})"));
}

TEST(SuggestView, WritesAFilterAndADeed) {
  SuggestResult result;
  result.suggestions.push_back({.kind = SuggestionKind::kTheme,
                                .text = {{.text = "Joht", .match = true}, {.text = "aminen"}},
                                .count = 3,
                                .filter = SuggestedFilter{Facet::kTheme, "johtaminen"}});
  result.suggestions.push_back({.kind = SuggestionKind::kDeed,
                                .text = {{.text = "Teko"}},
                                .completion = "Teko",
                                .count = 1,
                                .id = "2021-0042"});
  const json all = json::parse(suggest_json({.text = "joht"}, result));
  EXPECT_EQ(all["suggestions"][0]["filter"], json::parse(R"({"theme": "johtaminen"})"));
  EXPECT_EQ(all["suggestions"][0]["completion"], "");
  EXPECT_EQ(all["suggestions"][1]["id"], "2021-0042");
}

TEST(SuggestService, AnswersAreTaggedAndKnownAgain) {
  const Reply reply = answer("q=ty");
  ASSERT_FALSE(reply.etag.empty());
  Call call = call_of("q=ty");
  call.if_none_match = '"' + reply.etag + '"';
  EXPECT_EQ(SuggestService(context()).answer(call).status, 304);
  EXPECT_NE(answer("q=tyo").etag, reply.etag);
  EXPECT_NE(answer("q=ty&limit=3").etag, reply.etag);
  EXPECT_NE(answer("q=ty&lang=sv").etag, reply.etag);
  EXPECT_NE(answer("q=ty&year=2021").etag, reply.etag);
}

TEST(SuggestService, TakesATextThatIsTooLongToBeSearchedFor) {
  const Reply reply = answer("q=" + std::string(5'000, 'a'));
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(json::parse(reply.body)["suggestions"], json::array());
}

class RefusedSuggestQuery : public testing::TestWithParam<std::string_view> {};

TEST_P(RefusedSuggestQuery, IsNamed) {
  const Reply reply = answer(GetParam());
  EXPECT_EQ(reply.status, 400) << reply.body;
}

INSTANTIATE_TEST_SUITE_P(Queries,
                         RefusedSuggestQuery,
                         testing::Values("limit=0",
                                         "limit=21",
                                         "limit=x",
                                         "lang=de",
                                         "theme=nothing",
                                         "year=x",
                                         "query=a",
                                         "page=1",
                                         "q=a&q=b"));

TEST(OpensearchSuggestService, AnswersInTheFormatOfBrowsers) {
  const Reply reply = OpensearchSuggestService(context()).answer(call_of("q=tyohyv"));
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(reply.content_type, "application/x-suggestions+json");
  EXPECT_EQ(reply.caching, Caching::kShared);
  EXPECT_FALSE(reply.etag.empty());
  const json all = json::parse(reply.body);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0], "tyohyv");
  EXPECT_EQ(all[1][0], "työhyvinvointi");
}

TEST(OpensearchSuggestService, TakesNoFilters) {
  EXPECT_EQ(OpensearchSuggestService(context()).answer(call_of("q=a&theme=johtaminen")).status,
            400);
}

TEST(CanonicalSuggestRequest, DiffersWhereTheAnswerDoes) {
  EXPECT_EQ(canonical(SuggestRequest{.text = "a"}), canonical(SuggestRequest{.text = "a"}));
  EXPECT_NE(canonical(SuggestRequest{.text = "a"}), canonical(SuggestRequest{.text = "b"}));
}

}  // namespace
}  // namespace kiertoon
