#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "search/index/generations.h"
#include "server/analyze_service.h"
#include "server/asset.h"
#include "server/asset_service.h"
#include "server/deed_service.h"
#include "server/deeds_service.h"
#include "server/health_service.h"
#include "server/problem.h"
#include "server/site_service.h"
#include "server/vocabulary_service.h"
#include "tests/server/test_server_index.h"

namespace kiertoon {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

Call call_of(std::string_view query, std::string variable = {}) {
  return {.variable = std::move(variable), .parameters = *Parameters::parse(query)};
}

ServiceContext context(Contacts contacts = Contacts::kHidden) {
  return make_service_context(server_test_service(), contacts);
}

json parsed(const Reply& reply) {
  return json::parse(reply.body);
}

TEST(Services, SearchAnswersAsDocumented) {
  const Reply reply = DeedsService(context()).answer(
      call_of("q=ty%C3%B6hyvinvoinnin&facets=theme&sort=newest&per_page=1&page=2"));
  ASSERT_EQ(reply.status, 200);
  json answer = parsed(reply);
  // What depends on the machine, and on the weights of the ranking.
  EXPECT_GE(answer["took_ms"].get<double>(), 0.0);
  EXPECT_GT(answer["hits"][0]["score"].get<double>(), 0.0);
  answer.erase("took_ms");
  answer["hits"][0].erase("score");
  EXPECT_EQ(answer, json::parse(R"raw({
    "query": {"text": "työhyvinvoinnin", "corrected": null, "correction": null, "changes": [],
              "synonyms": [], "translated": [], "recognised": []},
    "total": 2, "total_is_exact": true, "page": 2, "per_page": 1,
    "hits": [{
      "id": "2021-0042", "url": "https://example.org/2021-0042?a=1&b=2", "language": "fi",
      "title": [{"text": "Mallia "}, {"text": "työhyvinvointiin", "match": true},
                {"text": " <script>alert(\"1\")</script>"}],
      "snippet": [{"text": "Työ", "match": true}, {"text": "\"ryhmä\" <b> & 'hymy'\ntukee."}],
      "organisations": [{"slug": "kuusaranta", "name": "Kuusarannan kaupunki",
                         "type": "municipality", "role": "lead"}],
      "themes": ["tyohyvinvointi"], "sectors": [], "published": "2021-09-14",
      "awards": [{"year": 2021, "kind": "winner", "category": null}],
      "matched": [{"word": "työhyvinvoinnin", "as": "työhyvinvointi", "how": "base_form"}]}],
    "related": [], "help": null,
    "facets": {"theme": [{"value": "tyohyvinvointi", "label": "Työhyvinvointi ja työturvallisuus",
                          "count": 2, "selected": false}]}})raw"));
}

TEST(Services, SearchSaysWhatItCorrected) {
  const Reply reply = DeedsService(context()).answer(call_of("q=tyohyvinvointia"));
  const json query = parsed(reply)["query"];
  EXPECT_EQ(query["text"], "tyohyvinvointia");
  EXPECT_EQ(query["corrected"], "työhyvinvointia");
  EXPECT_EQ(query["correction"], "applied");
  EXPECT_EQ(query["changes"],
            json::parse(R"([{"from": "tyohyvinvointia", "to": "työhyvinvointia"}])"));
  EXPECT_EQ(parsed(reply)["hits"][0]["matched"][0]["how"], "correction");
}

TEST(Services, SearchLabelsFacetsInTheLanguageAskedFor) {
  const Reply reply = DeedsService(context()).answer(call_of("facets=theme&lang=sv"));
  EXPECT_EQ(json::parse(reply.body)["facets"]["theme"][0]["label"], "Arbetshälsa och arbetarskydd");
}

TEST(Services, SearchMarksTheFacetValuesThatAreSelected) {
  const Reply reply = DeedsService(context()).answer(call_of("facets=theme&theme=tyohyvinvointi"));
  EXPECT_EQ(parsed(reply)["facets"]["theme"][0]["selected"], true);
}

TEST(Services, SearchAnswersAKnownTagWithoutSearching) {
  ServerTestIndex index;
  const auto whole = index.open();
  const auto broken = index.open();
  Call call = call_of("q=a");
  const std::string etag =
      DeedsService(make_service_context(*whole, Contacts::kHidden)).answer(call).etag;
  index.corrupt();
  DeedsService service(make_service_context(*broken, Contacts::kHidden));
  EXPECT_EQ(service.answer(call).status, 500);
  call.if_none_match = "\"" + etag + "-br\"";
  EXPECT_EQ(service.answer(call).status, 304);
  index.publish();
  ASSERT_TRUE(comes_to_answer_from(*broken, index.generation()));
  EXPECT_EQ(service.answer(call).status, 200);
}

TEST(Services, TheTagBelongsToTheGenerationThatAnswered) {
  ServerTestIndex index;
  const auto first = index.open();
  const auto search = index.open();
  const std::string before =
      DeedsService(make_service_context(*first, Contacts::kHidden)).answer(call_of("q=a")).etag;
  // The generation that the service knows is gone when it first opens it: a newer one answers.
  const auto known = generation_path(index.path(), index.generation());
  index.publish();
  std::filesystem::remove_all(known);
  DeedsService service(make_service_context(*search, Contacts::kHidden));
  const std::string during = service.answer(call_of("q=a")).etag;
  EXPECT_NE(during, "");
  EXPECT_NE(during, before);
  ASSERT_TRUE(comes_to_answer_from(*search, index.generation()));
  EXPECT_EQ(during, service.answer(call_of("q=a")).etag);
}

TEST(Services, ReportTheLibrarysErrorsWithoutTheirTexts) {
  const auto problem_of = [](ErrorCode code) {
    const Problem problem =
        problem_of_error({.code = code, .message = "/secret/path is broken", .hint = {}});
    const Reply reply = reply_of(problem);
    EXPECT_EQ(reply.content_type, kProblemType);
    return std::pair(reply.status, reply.body.find("secret") != std::string::npos);
  };
  EXPECT_EQ(problem_of(ErrorCode::kUnavailable), std::pair(503, false));
  EXPECT_EQ(problem_of(ErrorCode::kInternal), std::pair(500, false));
  EXPECT_EQ(problem_of(ErrorCode::kInvalidData), std::pair(500, false));
  EXPECT_EQ(problem_of(ErrorCode::kInvalidArgument), std::pair(400, true));
}

TEST(Services, SayNothingOfAnIndexThatIsBroken) {
  const ServerTestIndex index;
  const auto search = index.open();
  index.corrupt();
  const ServiceContext broken = make_service_context(*search, Contacts::kHidden);
  for (const Reply& reply : {DeedsService(broken).answer(call_of("q=a")),
                             DeedService(broken).answer(call_of("", "2021-0042"))}) {
    EXPECT_EQ(reply.status, 500);
    EXPECT_EQ(reply.content_type, kProblemType);
    EXPECT_EQ(reply.etag, "");
    EXPECT_THAT(reply.body, Not(HasSubstr(index.path().parent_path().string())));
    EXPECT_THAT(reply.body, Not(HasSubstr(index.generation())));
  }
}

TEST(Services, DeedShowsEverythingButContacts) {
  const Reply reply = DeedService(context()).answer(call_of("", "2021-0042"));
  ASSERT_EQ(reply.status, 200);
  EXPECT_EQ(reply.caching, Caching::kShared);
  EXPECT_EQ(json::parse(reply.body), json::parse(R"raw({
    "id": "2021-0042", "url": "https://example.org/2021-0042?a=1&b=2", "language": "fi",
    "title": "Mallia työhyvinvointiin <script>alert(\"1\")</script>",
    "summary": "Työ\"ryhmä\" <b> & 'hymy'\ntukee.",
    "sections": [{"kind": "results", "text": "Poissaolot vähenivät."}],
    "organisations": [{"slug": "kuusaranta", "name": "Kuusarannan kaupunki",
                       "type": "municipality", "role": "lead"}],
    "themes": ["tyohyvinvointi"], "sectors": [], "keywords": [], "published": "2021-09-14", "modified": null,
    "programme": "kuntatyo2030", "awards": [{"year": 2021, "kind": "winner", "category": null}],
    "source": null})raw"));
}

TEST(Services, DeedShowsContactsWhereTheOperatorWantsThemAndKeepsThemFromSharedCaches) {
  const Reply reply = DeedService(context(Contacts::kShown)).answer(call_of("", "2021-0042"));
  EXPECT_EQ(
      json::parse(reply.body)["contacts"],
      json::parse(R"([{"name": "Maija Esimerkki", "email": "maija@example.org", "phone": null}])"));
  EXPECT_EQ(reply.caching, Caching::kPrivate);
  EXPECT_NE(reply.etag, DeedService(context()).answer(call_of("", "2021-0042")).etag);
}

TEST(Services, AMissingDeedIsNotFoundWhateverTheClientHolds) {
  Call call = call_of("", "x");
  call.if_none_match = "*";
  EXPECT_EQ(DeedService(context()).answer(call).status, 404);
}

TEST(Services, VocabularyCountsAndNames) {
  const Reply reply = VocabularyService(context()).answer(call_of(""));
  ASSERT_EQ(reply.status, 200);
  const json answer = json::parse(reply.body);
  EXPECT_EQ(answer["themes"][0], json::parse(R"({"slug": "tyohyvinvointi", "count": 2, "names": {
              "fi": "Työhyvinvointi ja työturvallisuus", "sv": "Arbetshälsa och arbetarskydd",
              "en": "Wellbeing and safety at work"}})"));
  EXPECT_EQ(answer["themes"][1]["count"], 0);
  const json& organisations = answer["organisations"];
  EXPECT_EQ(organisations.back()["slug"], "koski-oy");  // no vocabulary has it
  EXPECT_EQ(organisations.back()["count"], 2);
  const auto known = std::find_if(organisations.begin(), organisations.end(), [](const json& one) {
    return one["slug"] == "kuusaranta";
  });
  ASSERT_NE(known, organisations.end());
  EXPECT_EQ((*known)["count"], 1);
  EXPECT_EQ(answer["years"],
            json::parse(R"([{"year": "2021", "count": 2}, {"year": "2024", "count": 1}])"));
}

TEST(Services, AnalyzeDetectsTheLanguageUnlessTold) {
  AnalyzeService service(context());
  EXPECT_EQ(parsed(service.answer(call_of("text=ty%C3%B6"))), json::parse(R"({
    "text": "työ", "language": "fi",
    "tokens": [{"surface": "työ", "start": 0, "end": 4,
                "terms": [{"term": "työ", "kind": "base_form"},
                          {"term": "työ", "kind": "surface_form"}]}]})"));
  const std::string swedish = "text=vi+arbetar+och+vilar";
  EXPECT_EQ(parsed(service.answer(call_of(swedish)))["language"], "sv");
  EXPECT_EQ(parsed(service.answer(call_of(swedish + "&language=fi")))["language"], "fi");
}

TEST(Services, AnalyzeRefusesWhatItCannotTake) {
  AnalyzeService service(context());
  EXPECT_THAT(service.answer(call_of("")).body, HasSubstr("missing-parameter"));
  EXPECT_EQ(service.answer(call_of("text=a&language=de")).status, 400);
  EXPECT_EQ(service.answer(call_of("text=a&lang=fi")).status, 400);
  EXPECT_EQ(service.answer(call_of("text=" + std::string(1001, 'a'))).status, 400);
}

TEST(Services, SiteNamesItsOperatorWhereThereIsOne) {
  ServiceContext site = context();
  EXPECT_EQ(parsed(SiteService(site).answer(call_of(""))),
            json::parse(R"({"operator": null, "feedback": null})"));
  const std::string etag = SiteService(site).answer(call_of("")).etag;
  site.site_operator = {.name = "Kuusaranta", .feedback = "palaute@kuusaranta.example"};
  const Reply reply = SiteService(site).answer(call_of(""));
  EXPECT_EQ(parsed(reply),
            json::parse(R"({"operator": "Kuusaranta", "feedback": "palaute@kuusaranta.example"})"));
  EXPECT_NE(reply.etag, etag);
}

TEST(Services, ReadinessNamesTheGeneration) {
  const json expected = {{"status", "ready"},
                         {"generation", server_test_service().generation()},
                         {"deeds", server_test_deeds().size()}};
  EXPECT_EQ(parsed(ReadinessService(context()).answer(call_of(""))), expected);
  EXPECT_EQ(HealthService().answer(call_of("")).status, 200);
}

TEST(Services, AreNotReadyWhileTheGenerationIsGone) {
  ServerTestIndex index;
  const auto search = index.open();
  ReadinessService service(make_service_context(*search, Contacts::kHidden));
  EXPECT_EQ(service.answer(call_of("")).status, 200);
  std::filesystem::remove_all(generation_path(index.path(), index.generation()));
  const Reply reply = service.answer(call_of(""));
  EXPECT_EQ(reply.status, 503);
  EXPECT_EQ(reply.content_type, kProblemType);
  EXPECT_THAT(reply.body, Not(HasSubstr(index.path().string())));
  index.publish();
  EXPECT_EQ(service.answer(call_of("")).status, 200);
}

TEST(Services, WithoutParametersRefuseThem) {
  EXPECT_EQ(DeedService(context()).answer(call_of("lang=fi", "2021-0042")).status, 400);
  EXPECT_EQ(VocabularyService(context()).answer(call_of("lang=fi")).status, 400);
  EXPECT_EQ(SiteService(context()).answer(call_of("lang=fi")).status, 400);
}

TEST(Assets, AreSentOnceToWhoKeepsThem) {
  AssetService service(asset("openapi.json"));
  const Reply reply = service.answer({});
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.content_type, "application/json");
  EXPECT_EQ(service.answer({.if_none_match = "\"" + reply.etag + "\""}).status, 304);
}

}  // namespace
}  // namespace kiertoon
