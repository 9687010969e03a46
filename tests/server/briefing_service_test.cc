#include "server/briefing_service.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "server/csv_writer.h"
#include "tests/search/test_index.h"
#include "tests/server/test_server_index.h"

namespace kiertoon {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

Reply get(SearchService& search, std::string_view query, std::string accept = {}) {
  return BriefingService(make_service_context(search, Contacts::kShown))
      .answer({.parameters = *Parameters::parse(query), .accept = std::move(accept)});
}

Reply get(std::string_view query, std::string accept = {}) {
  return get(server_test_service(), query, std::move(accept));
}

Reply post(std::string body, std::string_view query = {}, std::string accept = {}) {
  return PostedBriefingService(make_service_context(server_test_service(), Contacts::kShown))
      .answer({.parameters = *Parameters::parse(query),
               .body = std::move(body),
               .accept = std::move(accept)});
}

json parsed(const Reply& reply) {
  EXPECT_EQ(reply.status, 200) << reply.body;
  return json::parse(reply.body);
}

std::string header(const Reply& reply, std::string_view name) {
  for (const auto& one : reply.headers) {
    if (one.name == name) {
      return one.value;
    }
  }
  return {};
}

TEST(BriefingService, StatesGenerationDateAndRequest) {
  const json all = parsed(get("year=2021&theme=tyohyvinvointi&neighbours=2&lang=en"));
  EXPECT_EQ(all["generation"], server_test_service().generation());
  EXPECT_THAT(all["generation"].get<std::string>(), HasSubstr([&] {
                std::string day = all["date"];
                std::erase(day, '-');
                return day;
              }()));
  EXPECT_EQ(all["request"]["filters"]["year"], json({"2021"}));
  EXPECT_EQ(all["request"]["filters"]["theme"], json({"tyohyvinvointi"}));
  EXPECT_EQ(all["request"]["neighbours"], 2);
  EXPECT_EQ(all["request"]["text"], "year: 2021; theme: Wellbeing and safety at work");
  EXPECT_EQ(all["lang"], "en");
  EXPECT_EQ(all["candidates"].size(), 1U);
  EXPECT_EQ(all["candidates"][0]["deed"]["id"], "2021-0042");
}

TEST(BriefingService, AnswersTheSameBytesAgain) {
  for (const char* format : {"json", "html", "csv", "md"}) {
    const std::string query = std::string("year=2021..2024&format=") + format;
    const Reply first = get(query);
    EXPECT_EQ(first.body, get(query).body);
    EXPECT_EQ(first.body,
              post(R"({"filters": {"year": "2021..2024"}})", std::string("format=") + format).body);
    EXPECT_FALSE(first.etag.empty());
  }
  EXPECT_EQ(get("theme=tyohyvinvointi&year=2021&year=2024").body,
            get("year=2024&year=2021&theme=tyohyvinvointi&theme=tyohyvinvointi").body);
}

TEST(BriefingService, ChoosesTheFormByAcceptAndFormat) {
  EXPECT_EQ(get("year=2021").content_type, kJsonType);
  EXPECT_EQ(get("year=2021", "text/csv").content_type, kCsvType);
  EXPECT_EQ(get("year=2021", "text/html,application/xhtml+xml,*/*;q=0.8").content_type,
            "text/html; charset=utf-8");
  EXPECT_EQ(get("year=2021", "text/markdown").content_type, "text/markdown; charset=utf-8");
  EXPECT_EQ(get("year=2021&format=json", "text/csv").content_type, kJsonType);
  EXPECT_EQ(post(R"({"ids": ["2021-0042"]})", "", "text/csv").content_type, kCsvType);
  EXPECT_THAT(header(get("year=2021&format=csv"), "Content-Disposition"), HasSubstr(".csv"));
  EXPECT_THAT(header(get("year=2021&format=html"), "Content-Security-Policy"),
              AllOf(HasSubstr("default-src 'none'"), Not(HasSubstr("unsafe"))));
}

TEST(BriefingService, AnswersWhatIsKnownWithoutLooking) {
  const Reply first = get("year=2021");
  const Reply again = BriefingService(make_service_context(server_test_service(), Contacts::kShown))
                          .answer({.parameters = *Parameters::parse("year=2021"),
                                   .if_none_match = "\"" + first.etag + "\""});
  EXPECT_EQ(again.status, 304);
}

TEST(BriefingService, EveryTotalHasARuleAndAddsUp) {
  for (const char* language : {"fi", "sv", "en"}) {
    const json all = parsed(get(std::string("year=2021..2024&lang=") + language));
    for (const auto& [name, total] : all["totals"].items()) {
      EXPECT_NE(total["rule"], "") << name;
      EXPECT_NE(total["title"], "") << name;
    }
    for (const auto& [name, table] : all["tables"].items()) {
      EXPECT_NE(table["rule"], "") << name;
      int rows = 0;
      for (const auto& row : table["rows"]) {
        rows += row["count"].get<int>();
      }
      EXPECT_EQ(rows + table["without"]["count"].get<int>() - table["counted_again"].get<int>(),
                table["total"].get<int>())
          << name;
    }
    EXPECT_EQ(all["totals"]["deeds"]["count"], all["candidates"].size());
  }
}

TEST(BriefingService, ExplainsNoveltyInWords) {
  const json candidate = parsed(get("ids=2024-0001"))["candidates"][0];
  EXPECT_EQ(candidate["novelty"]["kind"], "measured");
  EXPECT_EQ(candidate["novelty"]["nearest"], "2021-0043");
  EXPECT_THAT(
      candidate["novelty"]["text"].get<std::string>(),
      AllOf(StartsWith("Uutuus "),
            HasSubstr("lähin aiempien vuosien teko on ”Neuvontaa verkossa” (Koski Oy, 2021), "
                      "samankaltaisuus "),
            HasSubstr("Se on saman organisaation teko.")));
  EXPECT_THAT(parsed(get("ids=2021-0042"))["candidates"][0]["novelty"]["text"].get<std::string>(),
              StartsWith("Uutuutta ei voi laskea"));
}

TEST(BriefingService, NeverShowsContacts) {
  for (const char* format : {"json", "html", "csv", "md"}) {
    EXPECT_THAT(get(std::string("year=2021&format=") + format).body, Not(HasSubstr("Maija")));
  }
}

struct BadBody {
  const char* body;
  const char* parameter;  // empty: none
  int status = 400;
};

class BriefingBody : public testing::TestWithParam<BadBody> {};

TEST_P(BriefingBody, IsRefusedWithTheFieldNamed) {
  const Reply reply = post(GetParam().body);
  EXPECT_EQ(reply.status, GetParam().status) << reply.body;
  EXPECT_EQ(reply.content_type, kProblemType);
  const json problem = json::parse(reply.body);
  EXPECT_EQ(problem.value("parameter", ""), GetParam().parameter) << reply.body;
  EXPECT_NE(problem["detail"], "");
}

INSTANTIATE_TEST_SUITE_P(
    All,
    BriefingBody,
    testing::Values(BadBody{"", ""},
                    BadBody{"[]", ""},
                    BadBody{"{\"ids\": [\"a\"]", ""},
                    BadBody{"{\"ids\": [\"\xFF\"]}", ""},
                    BadBody{"{}", "ids"},
                    BadBody{R"({"ids": []})", "ids"},
                    BadBody{R"({"ids": [1]})", "ids"},
                    BadBody{R"({"ids": {}})", "ids"},
                    BadBody{R"({"ids": null})", "ids"},
                    BadBody{R"({"ids": ["nothing"]})", "ids", 404},
                    BadBody{R"({"ids": ["2021-0042"], "filters": {"year": "2021"}})", "ids"},
                    BadBody{R"({"year": "2021"})", "year"},
                    BadBody{R"({"filters": "2021"})", "filters"},
                    BadBody{R"({"filters": {"year": 2021}})", "filters.year"},
                    BadBody{R"({"filters": {"year": "x"}})", "filters.year"},
                    BadBody{R"({"filters": {"theme": ["tyohyvinvointi", "x"]}})", "filters.theme"},
                    BadBody{R"({"filters": {"q": "x"}})", "filters.q"},
                    BadBody{R"({"ids": ["2021-0042"], "neighbours": -1})", "neighbours"},
                    BadBody{R"({"ids": ["2021-0042"], "neighbours": 21})", "neighbours"},
                    BadBody{R"({"ids": ["2021-0042"], "neighbours": "5"})", "neighbours"},
                    BadBody{R"({"ids": ["2021-0042"], "neighbours": 1.5})", "neighbours"},
                    BadBody{R"({"ids": ["2021-0042"], "lang": "de"})", "lang"},
                    BadBody{R"({"ids": ["2021-0042"], "lang": ["fi"]})", "lang"}));

TEST(BriefingBody, MayNotNameTooManyIds) {
  json body;
  body["ids"] = std::vector<std::string>(kMaxBriefingDeeds + 1, "2021-0042");
  EXPECT_THAT(post(body.dump()).body, HasSubstr("1000"));
  body["ids"].erase(0);
  const json briefing = parsed(post(body.dump()));
  EXPECT_EQ(briefing["candidates"].size(), 1U);
  EXPECT_EQ(briefing["warnings"][0]["kind"], "named_twice");
}

TEST(BriefingParameters, ThatAreWrongAreRefused) {
  for (const char* query : {"",
                            "lang=fi",
                            "ids=",
                            "ids=a,,b",
                            "ids=2021-0042&year=2021",
                            "ids=2021-0042&ids=2021-0043",
                            "year=x",
                            "theme=x",
                            "neighbours=21&year=2021",
                            "neighbours=x&year=2021",
                            "year=2021&format=pdf",
                            "year=2021&lang=de",
                            "year=2021&q=a"}) {
    EXPECT_EQ(get(query).status, 400) << query;
  }
  EXPECT_EQ(get("ids=nothing").status, 404);
  EXPECT_EQ(post(R"({"ids": ["2021-0042"]})", "lang=fi").status, 400);
  EXPECT_EQ(post(R"({"ids": ["2021-0042"]})", "format=x").status, 400);
}

TEST(BriefingService, OfNoDeedsIsEmpty) {
  const json all = parsed(get("year=1990"));
  EXPECT_THAT(all["candidates"], IsEmpty());
  EXPECT_EQ(all["totals"]["deeds"]["count"], 0);
  EXPECT_EQ(get("year=1990&format=html").status, 200);
  EXPECT_EQ(get("year=1990&format=csv").status, 200);
  EXPECT_EQ(get("year=1990&format=md").status, 200);
}

// A deed that tries to be markup and formulas wherever it can.
Deed hostile_deed(std::string id, int year) {
  Deed deed = deed_of({.id = std::move(id),
                       .title = "=HYPERLINK(\"http://x\") </title><script>alert(1)</script> \u202E",
                       .summary = "+1 <img src=x onerror=alert(1)> | **lihava** \"; DROP",
                       .body = "-työvuorot @kotihoito <script>työvuorosuunnittelu</script>"});
  deed.organisations.front().name = "@Koski <b>Oy</b>";
  deed.published = std::chrono::year(year) / 5 / 2;
  deed.themes = {"johtaminen"};
  deed.awards = {{.year = 2020, .kind = AwardKind::kWinner, .category = "=1+1<i>"}};
  return deed;
}

class HostileBriefing : public testing::Test {
 protected:
  static std::string body(std::string_view format) {
    static TestIndex index(std::vector<Deed>{
        hostile_deed("a", 2024), hostile_deed("b", 2025), server_test_deeds().front()});
    const Reply reply = get(index.service(), "year=2024..2025&format=" + std::string(format));
    EXPECT_EQ(reply.status, 200);
    return reply.body;
  }
};

TEST_F(HostileBriefing, IsNoMarkupInHtml) {
  const std::string html = body("html");
  for (const char* markup : {"<script", "<img", "<b>", "<i>", "\u202E"}) {
    EXPECT_THAT(html, Not(HasSubstr(markup)));
  }
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

TEST_F(HostileBriefing, IsNoFormulaInASpreadsheet) {
  const std::string csv = body("csv");
  ASSERT_THAT(csv, StartsWith("\xEF\xBB\xBF"));
  // Every cell that begins with one of these has an apostrophe first; -1 is a number.
  for (std::size_t i = 3; i < csv.size(); ++i) {
    const char before = csv[i - 1];
    const bool begins = before == ';' || before == '\n' || (before == '"' && csv[i - 2] == ';');
    if (begins && std::string_view("=+@").find(csv[i]) != std::string_view::npos) {
      ADD_FAILURE() << csv.substr(i, 40);
    }
  }
  EXPECT_THAT(csv, HasSubstr("'=HYPERLINK"));
  EXPECT_THAT(csv, HasSubstr("'+1 <img"));
  EXPECT_THAT(csv, HasSubstr("'@Koski"));
  std::size_t lone = 0;
  for (std::size_t i = 1; i < csv.size(); ++i) {
    lone += csv[i] == '\n' && csv[i - 1] != '\r' ? 1 : 0;
  }
  EXPECT_EQ(lone, 0U);
}

TEST_F(HostileBriefing, IsNoMarkupInMarkdown) {
  const std::string markdown = body("md");
  EXPECT_THAT(markdown, HasSubstr("\\<script\\>"));
  EXPECT_THAT(markdown, HasSubstr("\\*\\*lihava\\*\\*"));
  EXPECT_THAT(markdown, Not(HasSubstr("x onerror=alert(1)>")));
}

TEST_F(HostileBriefing, IsTextInJson) {
  const json all = json::parse(body("json"));
  EXPECT_THAT(all["candidates"][0]["deed"]["title"].get<std::string>(), HasSubstr("<script>"));
  EXPECT_EQ(all["warnings"].size(), 3U);  // the same text twice, two awards of another year
}

}  // namespace
}  // namespace kiertoon
