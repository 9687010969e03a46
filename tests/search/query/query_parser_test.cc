#include "search/query/query_parser.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace kiertoon {
namespace {

std::string shown(const QueryClause& clause) {
  std::string text;
  switch (clause.kind) {
    case QueryClause::Kind::kWords:
      text = clause.text;
      break;
    case QueryClause::Kind::kPhrase:
      text = "'" + clause.text + "'";
      break;
    case QueryClause::Kind::kPrefix:
      text = clause.text + "*";
      break;
    case QueryClause::Kind::kFacet:
      text = std::string(name_of(*clause.facet)) + "=" + clause.text;
      break;
    case QueryClause::Kind::kYears:
      text = "years=" + (clause.years.first ? std::to_string(*clause.years.first) : "") + ".." +
             (clause.years.last ? std::to_string(*clause.years.last) : "");
      break;
  }
  if (clause.field) {
    text = std::string(spec_of(*clause.field).names.back()) + ":" + text;
  }
  return clause.is_aside ? "(" + text + ")" : text;
}

// Groups apart by spaces, alternatives by "|", excluded ones after "-".
std::string shown(const ParsedQuery& query) {
  std::string text;
  for (const auto& group : query.groups) {
    text += (text.empty() ? "" : " ") + std::string(group.is_excluded ? "-" : "");
    for (const auto& clause : group.alternatives) {
      text += (&clause == &group.alternatives.front() ? "" : "|") + shown(clause);
    }
  }
  return text;
}

struct Example {
  std::string query;
  std::string parsed;
};

class QueryLanguage : public ::testing::TestWithParam<Example> {};

TEST_P(QueryLanguage, IsReadAsItsWriterMeantIt) {
  EXPECT_EQ(shown(parse_query(GetParam().query)), GetParam().parsed) << GetParam().query;
}

INSTANTIATE_TEST_SUITE_P(Words,
                         QueryLanguage,
                         ::testing::Values(Example{"", ""},
                                           Example{" \t\n ", ""},
                                           Example{"työ", "työ"},
                                           Example{"  miten\tjaksaa\ntyössä ",
                                                   "miten jaksaa työssä"},
                                           Example{"työ, yö!", "työ, yö!"},
                                           Example{"JHL:n", "JHL:n"},
                                           Example{":", ":"},
                                           Example{"???", "???"}));

INSTANTIATE_TEST_SUITE_P(Phrases,
                         QueryLanguage,
                         ::testing::Values(Example{"\"matala kynnys\"", "'matala kynnys'"},
                                           Example{"”matala kynnys”", "'matala kynnys'"},
                                           Example{"“matala kynnys”", "'matala kynnys'"},
                                           Example{"„matala kynnys“", "'matala kynnys'"},
                                           Example{"»matala kynnys»", "'matala kynnys'"},
                                           Example{"«matala kynnys»", "'matala kynnys'"},
                                           Example{"\"matala kynnys”", "'matala kynnys'"},
                                           Example{"a \"b c\" d", "a 'b c' d"},
                                           Example{"a\"b c\"d", "a 'b c' d"},
                                           Example{"-\"b c\"", "-'b c'"},
                                           // Marks without a partner, or with nothing between.
                                           Example{"\"matala kynnys", "matala kynnys"},
                                           Example{"matala kynnys\"", "matala kynnys"},
                                           Example{"matala \" kynnys", "matala kynnys"},
                                           Example{"\"", ""},
                                           Example{"\"\"", ""},
                                           Example{"\"\"\"", "\""},
                                           Example{"\"\" työ", "työ"}));

INSTANTIATE_TEST_SUITE_P(Exclusions,
                         QueryLanguage,
                         ::testing::Values(Example{"työ -yö", "työ -yö"},
                                           Example{"-yö", "-yö"},
                                           Example{"hr-työ", "hr-työ"},
                                           Example{"työ - yö", "työ - yö"},
                                           Example{"--yö", "--yö"},
                                           Example{"-", "-"},
                                           Example{"työ -", "työ -"},
                                           Example{"-teema:hallinto", "-theme:hallinto"}));

INSTANTIATE_TEST_SUITE_P(Alternatives,
                         QueryLanguage,
                         ::testing::Values(Example{"a OR b", "a|b"},
                                           Example{"a OR b OR c d", "a|b|c d"},
                                           Example{"a OR \"b c\"", "a|'b c'"},
                                           Example{"OR a", "a"},
                                           Example{"a OR", "a"},
                                           Example{"OR", ""},
                                           Example{"OR OR OR", ""},
                                           Example{"a OR OR b", "a|b"},
                                           Example{"a or b", "a or b"},
                                           Example{"ORganisaatio", "ORganisaatio"},
                                           Example{"a OR -b", "a -b"},
                                           Example{"-a OR b", "-a b"}));

INSTANTIATE_TEST_SUITE_P(Prefixes,
                         QueryLanguage,
                         ::testing::Values(Example{"kehit*", "kehit*"},
                                           Example{"yö*", "yö*"},
                                           Example{"y*", "y*"},  // one letter: a plain word
                                           Example{"*", "*"},
                                           Example{"*työ", "*työ"},
                                           Example{"otsikko:digi*", "title:digi*"}));

// A prefix and a plain word with an asterisk are shown alike.
TEST(QueryLanguageOf, APrefixNeedsTwoLetters) {
  EXPECT_EQ(parse_query("yö*").groups[0].alternatives[0].kind, QueryClause::Kind::kPrefix);
  EXPECT_EQ(parse_query("y*").groups[0].alternatives[0].kind, QueryClause::Kind::kWords);
}

INSTANTIATE_TEST_SUITE_P(
    Fields,
    QueryLanguage,
    ::testing::Values(Example{"teema:hallinto", "theme:hallinto"},
                      Example{"tema:hallinto", "theme:hallinto"},
                      Example{"theme:hallinto", "theme:hallinto"},
                      Example{"TEEMA:hallinto", "theme:hallinto"},
                      Example{"otsikko:malli", "title:malli"},
                      Example{"rubrik:malli", "title:malli"},
                      Example{"tiivistelma\u0308:x", "summary:x"},
                      Example{"tiivistelmä:x", "summary:x"},
                      Example{"avainsana:lean", "keyword:lean"},
                      Example{"toimiala:opetus", "sector:opetus"},
                      Example{"organisaatio:\"Limingan kunta\"", "organisation:'Limingan kunta'"},
                      Example{"organisaatio:\"Liminka\"", "organisation:Liminka"},
                      Example{"organisation:”Esbo stad”", "organisation:'Esbo stad'"},
                      Example{"kieli:ruotsi", "language=ruotsi"},
                      Example{"språk:sv", "language=sv"},
                      Example{"language:sv", "language=sv"},
                      Example{"palkinto:voittaja", "award=voittaja"},
                      Example{"ohjelma:\"Kunteko 2020\"", "programme=Kunteko 2020"},
                      Example{"organisationstyp:bolag", "organisation_type=bolag"}));

INSTANTIATE_TEST_SUITE_P(NoFields,
                         QueryLanguage,
                         ::testing::Values(Example{"väri:sininen", "väri:sininen"},
                                           Example{"teema:", "teema:"},
                                           Example{"teema: hallinto", "teema: hallinto"},
                                           Example{"teema:\"\" a", "teema: a"},
                                           Example{"teema:\"auki", "teema: auki"},
                                           Example{":hallinto", ":hallinto"},
                                           Example{"sections:x", "sections:x"},
                                           Example{"https://tori.example",
                                                   "https://tori.example"}));

INSTANTIATE_TEST_SUITE_P(Years,
                         QueryLanguage,
                         ::testing::Values(Example{"vuosi:2021", "years=2021..2021"},
                                           Example{"år:2021..2024", "years=2021..2024"},
                                           Example{"year:2021..", "years=2021.."},
                                           Example{"vuosi:..2024", "years=..2024"},
                                           Example{"vuosi:\"2021..2022\"", "years=2021..2022"},
                                           Example{"vuosi:2024..2021", "vuosi:2024..2021"},
                                           Example{"vuosi:21", "vuosi:21"},
                                           Example{"vuosi:..", "vuosi:.."},
                                           Example{"vuosi:tänä", "vuosi:tänä"},
                                           Example{"vuosi:2021...2024", "vuosi:2021...2024"},
                                           Example{"vuosi:-021", "vuosi:-021"},
                                           Example{"2021", "2021"}));

INSTANTIATE_TEST_SUITE_P(Asides,
                         QueryLanguage,
                         ::testing::Values(Example{"lait (tuotteet)", "lait ((tuotteet))"},
                                           Example{"a (b c) d", "a ((b) (c)) d"},
                                           Example{"(työ) hyvinvointi", "(työ) hyvinvointi"},
                                           Example{"a (b", "a (b"},
                                           Example{"a) b", "a) b"}));

TEST(QueryLanguageOf, ClausesKnowTheBytesTheyWereReadFrom) {
  const std::string query = "  työ -\"yö aika\" OR teema:\"a b\" vuosi:2021";
  std::size_t end = 0;
  for (const auto& group : parse_query(query).groups) {
    for (const auto& clause : group.alternatives) {
      EXPECT_LE(end, clause.start);
      EXPECT_LT(clause.start, clause.end);
      EXPECT_NE(query.substr(clause.start, clause.end - clause.start).find(clause.text),
                std::string::npos);
      end = clause.end;
    }
  }
  EXPECT_LE(end, query.size());
}

TEST(QueryLanguageOf, NoInputIsAnError) {
  const std::vector<std::string> pieces{
      "\"", "”",  "“", "«",      "-", "OR",   "*",    ":",        "(",    ")",      " ",  "teema:",
      "..", "\0", "a", "vuosi:", "ä", "\xC3", "\xFF", "\xE2\x80", "2021", "kieli:", "\t", "\u202E"};
  std::mt19937 random(2030);  // NOLINT: the same queries each time
  std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
  for (int i = 0; i < 20'000; ++i) {
    std::string query;
    for (int length = i % 12; length >= 0; --length) {
      query += pieces[piece(random)];
    }
    for (const auto& group : parse_query(query).groups) {
      ASSERT_FALSE(group.alternatives.empty()) << query;
      for (const auto& clause : group.alternatives) {
        ASSERT_FALSE(clause.text.empty()) << query;
        ASSERT_LE(clause.end, query.size()) << query;
        ASSERT_TRUE(!is_valid_utf8(query) || is_valid_utf8(clause.text)) << query;
      }
    }
  }
}

TEST(YearRangeText, ReadsOpenAndClosedRanges) {
  const auto range = parse_year_range("2021..2024");
  ASSERT_TRUE(range);
  EXPECT_TRUE(range->contains(2021) && range->contains(2024));
  EXPECT_FALSE(range->contains(2020) || range->contains(2025));
  EXPECT_TRUE(parse_year_range("2021..")->contains(9999));
  EXPECT_TRUE(parse_year_range("..2021")->contains(0));
}

TEST(YearRangeText, RefusesEverythingElse) {
  for (const std::string text : {"",
                                 "..",
                                 "21",
                                 "02021",
                                 "20211",
                                 "2021.",
                                 "2021..24",
                                 "x..2024",
                                 "2024..2021",
                                 " 2021",
                                 "2021 ",
                                 "0999",
                                 "-2021",
                                 "2021..2022.."}) {
    EXPECT_FALSE(parse_year_range(text)) << text;
  }
}

}  // namespace
}  // namespace kiertoon
