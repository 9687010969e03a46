#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "server/analyze_service.h"
#include "server/asset.h"
#include "server/asset_service.h"
#include "server/deed_service.h"
#include "server/deeds_service.h"
#include "server/health_service.h"
#include "server/vocabulary_service.h"
#include "tests/server/fake_search.h"

namespace kiertoon {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

Call call_of(std::string_view query, std::string variable = {}) {
  return {.variable = std::move(variable), .parameters = *Parameters::parse(query)};
}

class ServicesTest : public testing::Test {
 protected:
  ServicesTest() {
    search_.result.total = 37;
    search_.result.hits = {fake::example_hit("2021-0042")};
    search_.result.took = std::chrono::microseconds(812);
    search_.result.facets = {
        {.facet = Facet::kTheme,
         .values = {{.value = "tyohyvinvointi", .count = 21, .selected = true}}}};
    search_.stored = fake::example_deed();
    search_.table = {{.facet = Facet::kTheme, .values = {{.value = "tyohyvinvointi", .count = 3}}},
                     {.facet = Facet::kOrganisation, .values = {{.value = "koski-oy", .count = 2}}},
                     {.facet = Facet::kYear,
                      .values = {{.value = "2024", .count = 1}, {.value = "2021", .count = 2}}}};
  }

  ServiceContext context(Contacts contacts = Contacts::kHidden) {
    return make_service_context(search_, contacts);
  }

  fake::FakeSearch search_;
};

TEST_F(ServicesTest, SearchAnswersAsDocumented) {
  const Reply reply = DeedsService(context()).answer(call_of("q=ty%C3%B6&facets=theme&page=2"));
  ASSERT_EQ(reply.status, 200);
  EXPECT_EQ(json::parse(reply.body), json::parse(R"({
    "query": {"text": "työ", "corrected": null, "translated": [], "recognised": []},
    "total": 37, "total_is_exact": true, "page": 2, "per_page": 20, "took_ms": 0.812,
    "hits": [{
      "id": "2021-0042", "url": "https://example.org/2021-0042", "language": "fi", "score": 12.3457,
      "title": [{"text": "Mallia "}, {"text": "työhyvinvointiin", "match": true}],
      "snippet": [{"text": "Työ\"ryhmä\" <b>\n"}, {"text": "tukee", "match": true}],
      "organisations": [{"slug": "kuusaranta", "name": "Kuusarannan kaupunki", "type": "municipality", "role": "lead"}],
      "themes": ["tyohyvinvointi"], "sectors": [], "published": "2021-09-14",
      "awards": [{"year": 2021, "kind": "winner", "category": null}],
      "matched": [{"word": "työhyvinvoinnin", "as": "työhyvinvointi", "how": "base_form"}]}],
    "facets": {"theme": [{"value": "tyohyvinvointi", "label": "Työhyvinvointi ja työturvallisuus",
                          "count": 21, "selected": true}]}})"));
  EXPECT_EQ(search_.last->offset, 20U);
}

TEST_F(ServicesTest, SearchLabelsFacetsInTheLanguageAskedFor) {
  const Reply reply = DeedsService(context()).answer(call_of("facets=theme&lang=sv"));
  EXPECT_EQ(json::parse(reply.body)["facets"]["theme"][0]["label"], "Arbetshälsa och arbetarskydd");
}

TEST_F(ServicesTest, SearchAnswersAKnownTagWithoutSearching) {
  DeedsService service(context());
  Call call = call_of("q=a");
  const Reply first = service.answer(call);
  call.if_none_match = "\"" + first.etag + "-br\"";
  const Reply second = service.answer(call);
  EXPECT_EQ(second.status, 304);
  EXPECT_EQ(search_.searches, 1);
  search_.generation_name = "g2";
  EXPECT_EQ(service.answer(call).status, 200);
}

TEST_F(ServicesTest, TheTagBelongsToTheGenerationThatAnswered) {
  DeedsService service(context());
  search_.answering_generation = "g2";
  const std::string during = service.answer(call_of("q=a")).etag;
  search_.answering_generation = "";
  EXPECT_NE(during, service.answer(call_of("q=a")).etag);
  search_.generation_name = "g2";
  EXPECT_EQ(during, service.answer(call_of("q=a")).etag);
}

TEST_F(ServicesTest, SearchReportsTheLibrarysErrorsWithoutTheirTexts) {
  const auto status_of = [&](ErrorCode code) {
    search_.failure = Error{.code = code, .message = "/secret/path is broken", .hint = {}};
    const Reply reply = DeedsService(context()).answer(call_of("q=a"));
    EXPECT_EQ(reply.content_type, kProblemType);
    return std::pair(reply.status, reply.body.find("secret") != std::string::npos);
  };
  EXPECT_EQ(status_of(ErrorCode::kUnavailable), std::pair(503, false));
  EXPECT_EQ(status_of(ErrorCode::kInternal), std::pair(500, false));
  EXPECT_EQ(status_of(ErrorCode::kInvalidData), std::pair(500, false));
  EXPECT_EQ(status_of(ErrorCode::kInvalidArgument), std::pair(400, true));
}

TEST_F(ServicesTest, DeedShowsEverythingButContacts) {
  const Reply reply = DeedService(context()).answer(call_of("", "2021-0042"));
  ASSERT_EQ(reply.status, 200);
  EXPECT_EQ(reply.caching, Caching::kShared);
  EXPECT_EQ(json::parse(reply.body), json::parse(R"({
    "id": "2021-0042", "url": null, "language": "fi", "title": "Mallia työhyvinvointiin", "summary": "Lyhyesti.",
    "sections": [{"kind": "results", "text": "Poissaolot vähenivät."}],
    "organisations": [{"slug": "kuusaranta", "name": "Kuusarannan kaupunki", "type": "municipality", "role": "lead"}],
    "themes": ["tyohyvinvointi"], "sectors": [], "keywords": [], "published": "2021-09-14", "modified": null,
    "programme": "kuntatyo2030", "awards": [], "source": null})"));
}

TEST_F(ServicesTest, DeedShowsContactsWhereTheOperatorWantsThemAndKeepsThemFromSharedCaches) {
  const Reply reply = DeedService(context(Contacts::kShown)).answer(call_of("", "2021-0042"));
  EXPECT_EQ(
      json::parse(reply.body)["contacts"],
      json::parse(R"([{"name": "Maija Esimerkki", "email": "maija@example.org", "phone": null}])"));
  EXPECT_EQ(reply.caching, Caching::kPrivate);
  EXPECT_NE(reply.etag, DeedService(context()).answer(call_of("", "2021-0042")).etag);
}

TEST_F(ServicesTest, AMissingDeedIsNotFoundWhateverTheClientHolds) {
  Call call = call_of("", "x");
  call.if_none_match = "*";
  EXPECT_EQ(DeedService(context()).answer(call).status, 404);
}

TEST_F(ServicesTest, VocabularyCountsAndNames) {
  const Reply reply = VocabularyService(context()).answer(call_of(""));
  ASSERT_EQ(reply.status, 200);
  const json answer = json::parse(reply.body);
  EXPECT_EQ(answer["themes"][0], json::parse(R"({"slug": "tyohyvinvointi", "count": 3, "names": {
              "fi": "Työhyvinvointi ja työturvallisuus", "sv": "Arbetshälsa och arbetarskydd",
              "en": "Wellbeing and safety at work"}})"));
  EXPECT_EQ(answer["themes"][1]["count"], 0);
  EXPECT_EQ(answer["organisations"].back()["slug"], "koski-oy");
  EXPECT_EQ(answer["organisations"].back()["count"], 2);
  EXPECT_EQ(answer["years"],
            json::parse(R"([{"year": "2021", "count": 2}, {"year": "2024", "count": 1}])"));
}

TEST_F(ServicesTest, AnalyzeDetectsTheLanguageUnlessTold) {
  AnalyzeService service(context());
  EXPECT_EQ(json::parse(service.answer(call_of("text=ty%C3%B6")).body), json::parse(R"({
    "text": "työ", "language": "sv",
    "tokens": [{"surface": "työ", "start": 0, "end": 4, "terms": [{"term": "työ", "kind": "base_form"}]}]})"));
  EXPECT_EQ(json::parse(service.answer(call_of("text=a&language=fi")).body)["language"], "fi");
}

TEST_F(ServicesTest, AnalyzeRefusesWhatItCannotTake) {
  AnalyzeService service(context());
  EXPECT_THAT(service.answer(call_of("")).body, HasSubstr("missing-parameter"));
  EXPECT_EQ(service.answer(call_of("text=a&language=de")).status, 400);
  EXPECT_EQ(service.answer(call_of("text=a&lang=fi")).status, 400);
  EXPECT_EQ(service.answer(call_of("text=" + std::string(1001, 'a'))).status, 400);
}

TEST_F(ServicesTest, ReadinessNeedsAGeneration) {
  ReadinessService service(context());
  EXPECT_EQ(json::parse(service.answer(call_of("")).body),
            json::parse(R"({"status": "ready", "generation": "g1", "deeds": 212})"));
  search_.generation_name = "";
  EXPECT_EQ(service.answer(call_of("")).status, 503);
  EXPECT_EQ(HealthService().answer(call_of("")).status, 200);
}

TEST_F(ServicesTest, ServicesWithoutParametersRefuseThem) {
  EXPECT_EQ(DeedService(context()).answer(call_of("lang=fi", "2021-0042")).status, 400);
  EXPECT_EQ(VocabularyService(context()).answer(call_of("lang=fi")).status, 400);
}

TEST(Assets, HoldNothingThatThePagesOwnPolicyForbids) {
  for (const Asset& asset : assets()) {
    Call call;
    const Reply reply = AssetService(asset).answer(call);
    EXPECT_EQ(reply.status, 200);
    call.if_none_match = "\"" + reply.etag + "\"";
    EXPECT_EQ(AssetService(asset).answer(call).status, 304) << asset.path;
    if (asset.path == "/") {
      ASSERT_EQ(reply.headers.size(), 1U);
      EXPECT_THAT(reply.headers[0].value, HasSubstr("script-src 'self';"));
      EXPECT_THAT(reply.headers[0].value, Not(HasSubstr("unsafe")));
      for (const char* inline_code :
           {"style=", "<style", "onclick", "onload", "<script>", "javascript:", "http:"}) {
        EXPECT_THAT(reply.body, Not(HasSubstr(inline_code)));
      }
    }
  }
}

}  // namespace
}  // namespace kiertoon
