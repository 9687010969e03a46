#include "server/similar_service.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/server/test_server_index.h"

namespace kiertoon {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

ServiceContext context() {
  return make_service_context(server_test_service(), Contacts::kShown);
}

Call call_of(std::string_view query, std::string id = "2021-0042") {
  return {.variable = std::move(id), .parameters = *Parameters::parse(query)};
}

Reply answer(const Call& call) {
  return SimilarDeedsService(context()).answer(call);
}

Reply post(std::string body, std::string_view query = "") {
  return SimilarTextService(context()).answer(
      {.parameters = *Parameters::parse(query), .body = std::move(body)});
}

std::vector<std::string> ids(const Reply& reply) {
  std::vector<std::string> found;
  const json all = json::parse(reply.body);
  for (const auto& hit : all["hits"]) {
    found.push_back(hit["id"]);
  }
  return found;
}

TEST(SimilarService, AnswersAsDocumented) {
  const Reply reply = answer(call_of("limit=1&distance=any"));
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(reply.content_type, kJsonType);
  EXPECT_EQ(reply.caching, Caching::kShared);
  json all = json::parse(reply.body);
  EXPECT_GE(all["took_ms"].get<double>(), 0.0);
  all.erase("took_ms");
  // What depends on the weights.
  json& hit = all["hits"].at(0);
  EXPECT_GT(hit["similarity"].get<double>(), 0.0);
  EXPECT_LE(hit["similarity"].get<double>(), 1.0);
  EXPECT_THAT(hit["closeness"], testing::AnyOf("very_close", "same_theme", "loosely_related"));
  hit.erase("similarity");
  hit.erase("closeness");
  EXPECT_EQ(all, json::parse(R"raw({
    "ids": ["2021-0042"],
    "hits": [{
      "id": "2024-0001", "url": null, "language": "fi",
      "title": [{"text": "Työhyvinvointia kouluun"}],
      "snippet": [{"text": "Kehittämisteko koulun arkeen."}],
      "organisations": [{"slug": "koski-oy", "name": "Koski Oy", "type": "company", "role": "lead"}],
      "themes": ["tyohyvinvointi"], "sectors": [], "published": "2024-05-02", "awards": [],
      "shared": {"terms": ["Työhyvinvointia"], "themes": ["tyohyvinvointi"]},
      "duplicate_of": null, "duplicates": []}]})raw"));
}

TEST(SimilarService, AnswersATextAsDocumented) {
  const Reply reply = post(R"({"text": "Työhyvinvoinnin tukeminen"})", "distance=any");
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(reply.caching, Caching::kNoStore);
  EXPECT_EQ(reply.etag, "");
  EXPECT_THAT(ids(reply), testing::UnorderedElementsAre("2021-0042", "2024-0001"));
  const json all = json::parse(reply.body);
  EXPECT_EQ(all["ids"], json::array());
  EXPECT_EQ(all["hits"][0]["shared"]["themes"], json::array());
  EXPECT_THAT(ids(post(R"({"ids": ["2024-0001"], "text": "työ"})", "distance=any")),
              testing::ElementsAre("2021-0042"));
  EXPECT_THAT(ids(post(R"({"text": "zzz"})", "distance=any")), testing::IsEmpty());
}

TEST(SimilarService, ShowsDeedsOfTheSameOrganisationWhereWanted) {
  EXPECT_THAT(ids(answer(call_of("distance=any", "2024-0001"))), testing::ElementsAre("2021-0042"));
  EXPECT_THAT(ids(answer(call_of("distance=any&exclude_same_organisation=false", "2024-0001"))),
              testing::UnorderedElementsAre("2021-0042", "2021-0043"));
}

TEST(SimilarService, FiltersAsASearchDoes) {
  EXPECT_THAT(ids(answer(call_of("distance=any&year=2021"))), testing::IsEmpty());
  EXPECT_THAT(ids(answer(call_of("distance=any&year=2024"))), testing::ElementsAre("2024-0001"));
}

TEST(SimilarService, AnswersAKnownTagWithNothing) {
  Call call = call_of("distance=any");
  const Reply first = answer(call);
  ASSERT_NE(first.etag, "");
  call.if_none_match = "\"" + first.etag + "\"";
  const Reply again = answer(call);
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.body, "");
  call.if_none_match = "\"other\"";
  EXPECT_EQ(answer(call).status, 200);
}

TEST(SimilarService, TagsDifferentQuestionsDifferently) {
  std::vector<std::string> tags;
  for (const char* query : {"",
                            "limit=3",
                            "distance=any",
                            "diversity=0.5",
                            "max_per_organisation=0",
                            "exclude_same_organisation=false",
                            "theme=tyohyvinvointi",
                            "year=2024"}) {
    tags.push_back(answer(call_of(query)).etag);
  }
  tags.push_back(answer(call_of("", "2024-0001")).etag);
  std::sort(tags.begin(), tags.end());
  EXPECT_EQ(std::unique(tags.begin(), tags.end()), tags.end());
  EXPECT_EQ(answer(call_of("limit=3&distance=any")).etag,
            answer(call_of("distance=any&limit=3&max_per_organisation=2")).etag);
}

TEST(SimilarService, AMissingDeedIsNotFoundWhateverTheClientHolds) {
  Call call = call_of("", "2099-0001");
  for (const char* tag : {"", "*"}) {
    call.if_none_match = tag;
    const Reply reply = answer(call);
    EXPECT_EQ(reply.status, 404) << tag;
    EXPECT_EQ(reply.content_type, kProblemType);
    EXPECT_THAT(reply.body, HasSubstr("2099-0001"));
    EXPECT_EQ(reply.etag, "");
  }
  const Reply posted = post(R"({"ids": ["2021-0042", "2099-0001"]})");
  EXPECT_EQ(posted.status, 404);
  EXPECT_THAT(posted.body, HasSubstr("2099-0001"));
}

TEST(SimilarService, DoesNotRepeatALongIdAndEscapesIt) {
  const Reply reply = post(R"({"ids": [")" + std::string(50'000, 'x') + R"("]})");
  EXPECT_EQ(reply.status, 404);
  EXPECT_LT(reply.body.size(), 2'000U);
  const Reply quoted = post(R"({"ids": ["a\"b\u0000\n"]})");
  EXPECT_EQ(quoted.status, 404);
  EXPECT_EQ(json::parse(quoted.body)["status"], 404);
}

TEST(SimilarService, NamesAWrongParameterOrAWrongBody) {
  EXPECT_EQ(json::parse(answer(call_of("limit=0")).body)["parameter"], "limit");
  EXPECT_EQ(json::parse(post(R"({"text": "a"})", "diversity=2").body)["parameter"], "diversity");
  const Reply reply = post("{}");
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(reply.content_type, kProblemType);
}

TEST(SimilarService, SaysNothingOfAnIndexThatIsBroken) {
  const ServerTestIndex index;
  const auto search = index.open();
  index.corrupt();
  const Reply reply = SimilarDeedsService(make_service_context(*search, Contacts::kHidden))
                          .answer(call_of("distance=any"));
  EXPECT_EQ(reply.status, 500);
  EXPECT_EQ(reply.etag, "");
  EXPECT_THAT(reply.body, Not(HasSubstr(index.generation())));
}

TEST(SimilarService, ShowsNothingPersonal) {
  for (const Reply& reply : {answer(call_of("distance=any", "2024-0001")),
                             post(R"({"text": "Työhyvinvointi Maija"})", "distance=any")}) {
    EXPECT_THAT(reply.body, HasSubstr("2021-0042"));
    EXPECT_THAT(reply.body, Not(HasSubstr("Maija")));
    EXPECT_THAT(reply.body, Not(HasSubstr("maija@example.org")));
  }
}

}  // namespace
}  // namespace kiertoon
