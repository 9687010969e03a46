#include "server/statistics_service.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "server/csv_writer.h"
#include "server/statistics_parameters.h"
#include "server/statistics_texts.h"
#include "tests/server/test_server_index.h"

namespace kiertoon {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

Call call_of(std::string_view query, std::string accept = {}) {
  return {.parameters = *Parameters::parse(query), .accept = std::move(accept)};
}

Reply answer(const Call& call) {
  return StatisticsService(make_service_context(server_test_service(), Contacts::kShown))
      .answer(call);
}

Reply answer(std::string_view query) {
  return answer(call_of(query));
}

json parsed(std::string_view query) {
  const Reply reply = answer(query);
  EXPECT_EQ(reply.status, 200) << reply.body;
  return json::parse(reply.body);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t end = std::min(text.find("\r\n", start), text.size());
    lines.push_back(text.substr(start, end - start));
    start = end + 2;
  }
  return lines;
}

TEST(StatisticsService, AnswersAsDocumented) {
  const json all = parsed("year=2021");
  EXPECT_EQ(all["period"], json::parse(R"({"kind": "years", "label": "2021",
      "from": "2021-01-01", "to": "2021-12-31", "programme": null})"));
  EXPECT_EQ(all["before"], nullptr);
  EXPECT_EQ(all["totals"]["deeds"]["count"], 2);
  EXPECT_EQ(all["totals"]["deeds"]["before"], nullptr);
  EXPECT_EQ(all["totals"]["awarded_deeds"]["count"], 1);
  json by_type = all["tables"]["deeds_by_organisation_type"];
  EXPECT_THAT(by_type["rule"].get<std::string>(), HasSubstr("hyvinvointialue"));
  by_type.erase("rule");
  EXPECT_EQ(by_type, json::parse(R"({
      "title": "Teot organisaatiotyypeittäin",
      "rows": [{"value": "municipality", "label": "Kunta", "count": 1, "before": null},
               {"value": "company", "label": "Yhtiö", "count": 1, "before": null}],
      "without": {"label": "Vain kumppaneita", "count": 0, "before": null},
      "several": {"count": 0, "before": null}, "counted_again": {"count": 0, "before": null},
      "total": {"count": 2, "before": null}})"));
  EXPECT_EQ(all["tables"]["deeds_by_month"]["rows"].size(), 12U);
  EXPECT_EQ(all["most_active"]["rows"],
            json::parse(R"([{"rank": 1, "value": "koski-oy", "label": "Koski Oy",
                             "type": "company", "count": 1, "before": null},
                            {"rank": 1, "value": "kuusaranta", "label": "Kuusaranta",
                             "type": "municipality", "count": 1, "before": null}])"));
}

TEST(StatisticsService, PutsThePeriodBeforeBeside) {
  const json all = parsed("programme=tarkeissa-toissa");
  EXPECT_EQ(all["period"]["label"], "Tärkeissä töissä");
  EXPECT_EQ(all["before"]["programme"], "kuntatyo2030");
  EXPECT_EQ(all["totals"]["deeds"]["count"], 1);
  EXPECT_EQ(all["totals"]["deeds"]["before"], 2);
}

TEST(StatisticsService, CountsACampaignMonth) {
  const json september = parsed("from=2021-09-01&to=2021-09-30&organisation_type=municipality");
  EXPECT_EQ(september["period"]["label"], "1.9.2021–30.9.2021");
  EXPECT_EQ(september["totals"]["deeds"]["count"], 1);
  EXPECT_EQ(september["most_active"]["rows"][0]["value"], "kuusaranta");
  EXPECT_EQ(september["totals"]["awards_outside"], nullptr);
}

TEST(StatisticsService, NamesThingsInTheLanguageAskedFor) {
  EXPECT_EQ(parsed("lang=sv")["period"]["label"], "alla år");
  EXPECT_EQ(parsed("lang=en")["tables"]["deeds_by_theme"]["title"], "Deeds by theme");
  EXPECT_EQ(parsed("lang=sv")["tables"]["deeds_by_theme"]["rows"][0]["label"],
            "Arbetshälsa och arbetarskydd");
}

TEST(StatisticsService, HasATitleAndARuleForEveryNumber) {
  const json all = parsed("year=2021..2022");
  for (const char* language : {"fi", "sv", "en"}) {
    const json named = parsed(std::string("year=2021..2022&lang=") + language);
    for (const char* part : {"totals", "tables"}) {
      for (const auto& [name, one] : named[part].items()) {
        ASSERT_FALSE(one.is_null()) << name;
        EXPECT_NE(one["title"], "") << name;
        EXPECT_NE(one["rule"], "") << name;
        EXPECT_NE(one.value("/without/label"_json_pointer, json("named")), "") << name;
        if (std::string_view(language) != "fi") {
          EXPECT_NE(one["rule"], all[part][name]["rule"]) << name;
        }
      }
    }
  }
  EXPECT_EQ(statistics_text("no-such-name").title.fi, "");
}

TEST(StatisticsService, WritesCsvThatAFinnishSpreadsheetReads) {
  const Reply reply = answer("year=2024&format=csv");
  EXPECT_EQ(reply.content_type, kCsvType);
  const auto lines = lines_of(reply.body);
  EXPECT_EQ(lines[0],
            "\xEF\xBB\xBF"
            "Taulukko;Tunnus;Nimi;Määrä (2024);Edellinen jakso (2023);Laskutapa");
  EXPECT_THAT(lines[1], StartsWith("Yhteensä;deeds;Tekoja;1;0;Jokainen teko lasketaan kerran"));
  for (const char* line :
       {"Teot organisaatiotyypeittäin;company;Yhtiö;1;0;",
        "Teot organisaatiotyypeittäin;;Vain kumppaneita;0;0;",
        "Teot organisaatiotyypeittäin;;Useammalla rivillä lasketut (vähennetään);0;0;",
        "Teot kuukausittain;2024-05;2024-05;1;0;",
        "Aktiivisimmat organisaatiot;koski-oy;Koski Oy;1;0;"}) {
    EXPECT_THAT(lines, testing::Contains(line));
  }
}

// Each table: its lines before the last add up to the last.
TEST(StatisticsService, WritesCsvThatAddsUp) {
  const auto lines = lines_of(answer("format=csv&lang=en").body);
  std::map<std::string, int> sums;
  std::size_t totals = 0;
  for (const auto& line : lines) {
    std::vector<std::string> cells;
    std::stringstream in(line);
    for (std::string cell; std::getline(in, cell, ';');) {
      cells.push_back(cell);
    }
    if (!cells[0].starts_with("Deeds by") && !cells[0].starts_with("Awards by") &&
        !cells[0].starts_with("Organisations by")) {
      continue;
    }
    if (cells[1].empty() && cells[2] == "Totals") {
      EXPECT_EQ(sums[cells[0]], std::stoi(cells[3])) << cells[0];
      ++totals;
    } else {
      sums[cells[0]] += std::stoi(cells[3]);
    }
  }
  EXPECT_EQ(totals, 10U);
}

TEST(StatisticsService, ChoosesTheFormatByAcceptUnlessAParameterDoes) {
  EXPECT_EQ(answer(call_of("", "text/csv")).content_type, kCsvType);
  EXPECT_EQ(answer(call_of("", "text/html, */*;q=0.8")).content_type, kJsonType);
  EXPECT_EQ(answer(call_of("format=json", "text/csv")).content_type, kJsonType);
  for (const auto& header : answer(call_of("")).headers) {
    EXPECT_EQ(header.name, "Vary");
    EXPECT_EQ(header.value, "Accept");
  }
}

TEST(StatisticsService, AnswersAKnownTagWithNothing) {
  Call call = call_of("year=2021");
  const Reply first = answer(call);
  EXPECT_EQ(first.caching, Caching::kShared);
  call.if_none_match = "\"" + first.etag + "\"";
  EXPECT_EQ(answer(call).status, 304);
  call.accept = "text/csv";
  EXPECT_EQ(answer(call).status, 200);
}

TEST(StatisticsService, TagsDifferentQuestionsDifferently) {
  std::vector<std::string> tags;
  for (const char* query : {"",
                            "year=2021",
                            "year=2021..",
                            "year=..2021",
                            "year=2021..2022",
                            "programme=kuntatyo2030",
                            "from=2021-01-01&to=2021-12-31",
                            "lang=sv",
                            "format=csv",
                            "theme=johtaminen",
                            "sector=perusopetus",
                            "award=winner",
                            "keyword=winner",
                            "organisation=liminka"}) {
    const Reply reply = answer(query);
    EXPECT_EQ(reply.status, 200) << query;
    tags.push_back(reply.etag);
  }
  std::sort(tags.begin(), tags.end());
  EXPECT_EQ(std::unique(tags.begin(), tags.end()), tags.end());
  EXPECT_EQ(answer("theme=johtaminen&award=winner").etag,
            answer("award=winner&theme=johtaminen&lang=fi&format=json").etag);
}

struct Refused {
  const char* query;
  const char* parameter;
  const char* kind = "invalid-parameter";
};

class RefusedStatistics : public testing::TestWithParam<Refused> {};

TEST_P(RefusedStatistics, NameTheParameter) {
  const Reply reply = answer(GetParam().query);
  EXPECT_EQ(reply.status, 400) << GetParam().query;
  EXPECT_EQ(reply.content_type, kProblemType);
  const json problem = json::parse(reply.body);
  EXPECT_EQ(problem["parameter"], GetParam().parameter);
  EXPECT_THAT(problem["type"].get<std::string>(), testing::EndsWith(GetParam().kind));
}

INSTANTIATE_TEST_SUITE_P(
    Queries,
    RefusedStatistics,
    testing::Values(
        Refused{"year=2021&from=2021-09-01&to=2021-09-30", "from"},
        Refused{"from=2021-09-01&to=2021-09-30&programme=kuntatyo2030", "from"},
        Refused{"programme=kuntatyo2030&year=2021", "programme"},
        Refused{"year=2021&to=2021-09-30", "to"},
        Refused{"from=2021-09-01", "to", "missing-parameter"},
        Refused{"to=2021-09-01", "from", "missing-parameter"},
        Refused{"from=2021-09-31&to=2021-10-01", "from"},
        Refused{"from=2021-09-01&to=1.10.2021", "to"},
        Refused{"from=2021-09-02&to=2021-09-01", "to"},
        Refused{"year=2021&year=2022", "year", "repeated-parameter"},
        Refused{"programme=kuntatyo2030&programme=kunteko-2020", "programme", "repeated-parameter"},
        Refused{"programme=x", "programme"},
        Refused{"year=2022..2021", "year"},
        Refused{"theme=x", "theme"},
        Refused{"format=xml", "format"},
        Refused{"lang=de", "lang"},
        Refused{"q=a", "q", "unknown-parameter"},
        Refused{"page=1", "page", "unknown-parameter"}));

TEST(StatisticsService, TellsWhereTheContradictionStands) {
  const json problem = json::parse(answer("year=2021&from=2021-09-01&to=2021-09-30").body);
  EXPECT_EQ(problem["position"], 10);
  EXPECT_THAT(problem["detail"].get<std::string>(), HasSubstr("'year' and 'from'"));
}

TEST(StatisticsService, SaysNothingOfAnIndexThatIsBroken) {
  const ServerTestIndex index;
  const auto search = index.open();
  index.corrupt();
  const Reply reply =
      StatisticsService(make_service_context(*search, Contacts::kHidden)).answer(call_of(""));
  EXPECT_EQ(reply.status, 500);
  EXPECT_EQ(reply.etag, "");
  EXPECT_THAT(reply.body, Not(HasSubstr(index.generation())));
}

TEST(StatisticsService, ShowsNothingPersonal) {
  for (const char* format : {"format=json", "format=csv"}) {
    const std::string body = answer(format).body;
    EXPECT_THAT(body, Not(HasSubstr("Maija")));
    EXPECT_THAT(body, Not(HasSubstr("maija@example.org")));
  }
}

}  // namespace
}  // namespace kiertoon
