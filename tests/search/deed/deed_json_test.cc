#include "search/deed/deed_json.h"

#include <fstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/deed/deed_rules.h"
#include "tests/repeat.h"

namespace kiertoon {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

constexpr std::string_view kOrganisations =
    R"("organisations":[{"name":"Liminka","type":"municipality","role":"lead"}])";

// A right deed with `fields` beside the required ones.
std::string deed_with(std::string_view fields) {
  return R"({"id":"a","title":"Teko",)" + std::string(kOrganisations) + "," + std::string(fields) +
         "}";
}

// `count` different keywords.
std::string keywords(std::size_t count) {
  std::string list;
  for (std::size_t i = 0; i < count; ++i) {
    list += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + '"';
  }
  return R"("keywords":[)" + list + "]";
}

std::vector<std::string> errors_of(std::string_view json) {
  std::vector<std::string> texts;
  if (const auto parsed = parse_deed(json); !parsed) {
    for (const FieldError& error : parsed.error()) {
      texts.push_back(error.to_string());
    }
  }
  return texts;
}

TEST(DeedJson, ReadsEveryField) {
  const auto parsed = parse_deed(R"({
    "id": "esim-2024.1_A", "url": "https://tori.example/teko?id=1", "language": "sv",
    "title": "Mindre sjukfrånvaro", "summary": "Rad ett.\nRad två.",
    "sections": [{"kind": "results", "text": "Bra\tresultat."}, {"kind": "goal", "text": "Mål"}],
    "organisations": [{"name": "Ii", "type": "municipality", "role": "lead"},
                      {"name": "Hyria", "type": "company", "role": "partner"}],
    "themes": ["tyohyvinvointi", "5g"], "sectors": ["koti-hoito"], "keywords": ["Akku"],
    "published": "2024-02-29", "modified": "2024-03-01",
    "awards": [{"year": 2024, "kind": "honourable_mention", "category": "viestinta"},
               {"year": 2025, "kind": "finalist"}],
    "contacts": [{"name": "Maija", "email": "maija@ii.example", "phone": "040 000"}],
    "source": "tiedote"})");
  ASSERT_TRUE(parsed) << parsed.error().front().to_string();
  const Deed& deed = parsed->deed;
  EXPECT_TRUE(parsed->language_given);
  EXPECT_EQ(deed.id, "esim-2024.1_A");
  EXPECT_EQ(deed.url, "https://tori.example/teko?id=1");
  EXPECT_EQ(deed.language, Language::kSwedish);
  EXPECT_EQ(deed.title, "Mindre sjukfrånvaro");
  EXPECT_EQ(deed.summary, "Rad ett.\nRad två.");
  ASSERT_THAT(deed.sections, SizeIs(2));
  EXPECT_EQ(deed.sections[0].kind, SectionKind::kResults);
  EXPECT_EQ(deed.sections[1].text, "Mål");
  ASSERT_THAT(deed.organisations, SizeIs(2));
  EXPECT_EQ(deed.organisations[1].name, "Hyria");
  EXPECT_EQ(deed.organisations[1].type, OrganisationType::kCompany);
  EXPECT_EQ(deed.organisations[1].role, OrganisationRole::kPartner);
  EXPECT_THAT(deed.themes, ElementsAre("tyohyvinvointi", "5g"));
  EXPECT_THAT(deed.sectors, ElementsAre("koti-hoito"));
  EXPECT_THAT(deed.keywords, ElementsAre("Akku"));
  EXPECT_EQ(to_iso(*deed.published), "2024-02-29");
  EXPECT_EQ(to_iso(*deed.modified), "2024-03-01");
  ASSERT_THAT(deed.awards, SizeIs(2));
  EXPECT_EQ(deed.awards[0].year, 2024);
  EXPECT_EQ(deed.awards[0].category, "viestinta");
  EXPECT_EQ(deed.awards[1].kind, AwardKind::kFinalist);
  ASSERT_THAT(deed.contacts, SizeIs(1));
  EXPECT_EQ(deed.contacts[0].email, "maija@ii.example");
  EXPECT_EQ(deed.source, "tiedote");
}

TEST(DeedJson, TellsWhetherTheLanguageWasGiven) {
  EXPECT_FALSE(parse_deed(deed_with(R"("summary":"x")"))->language_given);
  EXPECT_FALSE(parse_deed(deed_with(R"("language":null)"))->language_given);
  EXPECT_TRUE(parse_deed(deed_with(R"("language":"fi")"))->language_given);
}

class RightDeed : public testing::TestWithParam<std::string> {};

TEST_P(RightDeed, IsAcceptedAndSurvivesTheWayToJsonAndBack) {
  const auto parsed = parse_deed(GetParam());
  ASSERT_TRUE(parsed) << parsed.error().front().to_string();
  const std::string json = serialise_deed(parsed->deed);
  const auto again = parse_deed(json);
  ASSERT_TRUE(again) << json << '\n' << again.error().front().to_string();
  EXPECT_EQ(serialise_deed(again->deed), json);
  EXPECT_EQ(again->deed.title, parsed->deed.title);
  EXPECT_EQ(again->deed.summary, parsed->deed.summary);
  EXPECT_EQ(again->deed.keywords, parsed->deed.keywords);
}

INSTANTIATE_TEST_SUITE_P(
    DeedJson,
    RightDeed,
    testing::Values(
        deed_with(R"("summary":"")"),
        deed_with(R"("url":null,"summary":null,"sections":null,"themes":null,"awards":null)"),
        deed_with(R"("sections":[],"themes":[],"sectors":[],"keywords":[],"contacts":[])"),
        deed_with(R"("summary":"  spaces, \"quotes\", \\ and \u00e4 \ud83d\ude00\u2028 \/ ")"),
        deed_with(R"("keywords":["Ääkköset","ääkköset"," trimmed? "])"),
        deed_with(R"("url":"http://ä.example/polku/%20?a=b&c=d#e")"),
        deed_with(R"("awards":[{"year":2000,"kind":"winner"},{"year":2100,"kind":"winner"}])"),
        deed_with(R"("contacts":[{}])"),
        deed_with(R"("published":"2000-02-29")"),
        deed_with(keywords(deed_rules::kMaxKeywords)),
        deed_with(R"("summary":")" + repeat("ä", 5'000) + "\""),
        deed_with(R"("sections":[{"kind":"other","text":")" + repeat("\U0001F600", 50'000) +
                  "\"}]"),
        " \t\r\n" + deed_with(R"("themes":["a"])") + " \n",
        R"({"id":")" + repeat("x", 100) + R"(","title":"x",)" + std::string(kOrganisations) + "}",
        R"({"id":"-","title":")" + repeat("ö", 500) + "\"," + std::string(kOrganisations) + "}"));

TEST(DeedJson, ReadsTheShippedDeeds) {
  std::ifstream file(KIERTOON_SOURCE_DIR "/data/deeds/published.jsonl");
  std::size_t deeds = 0;
  for (std::string line; std::getline(file, line); ++deeds) {
    const auto parsed = parse_deed(line);
    ASSERT_TRUE(parsed) << parsed.error().front().to_string();
    const std::string json = serialise_deed(parsed->deed);
    EXPECT_EQ(serialise_deed(parse_deed(json)->deed), json);
  }
  EXPECT_GT(deeds, 10U);
}

struct WrongDeed {
  std::string json;
  std::string error;  // in full
};

// GoogleTest looks for this name.
// NOLINTNEXTLINE(readability-identifier-naming)
void PrintTo(const WrongDeed& wrong, std::ostream* out) {
  *out << wrong.json.substr(0, 120);
}

class WrongField : public testing::TestWithParam<WrongDeed> {};

TEST_P(WrongField, IsReportedWithPathAndValue) {
  EXPECT_THAT(errors_of(GetParam().json), ElementsAre(GetParam().error));
}

const WrongDeed kWrongTexts[] = {
    {deed_with(R"("url":"ftp://a.example")"),
     R"(url: "ftp://a.example" is not a web address that begins with http:// or https://)"},
    {deed_with(R"("url":"javascript:alert")"),
     R"(url: "javascript:alert" is not a web address that begins with http:// or https://)"},
    {deed_with(R"("url":"https://")"),
     R"(url: "https://" is not a web address that begins with http:// or https://)"},
    {deed_with(R"("url":"https:///x")"),
     R"(url: "https:///x" is not a web address that begins with http:// or https://)"},
    {deed_with(R"("url":"http://a b.example")"),
     R"(url: "http://a b.example" is not a web address that begins with http:// or https://)"},
    {deed_with(R"("url":"http://a\"onclick=")"),
     R"(url: "http://a"onclick=" is not a web address that begins with http:// or https://)"},
    {deed_with(R"("summary":5)"), R"(summary: "5" is not text)"},
    {deed_with(R"("summary":["a"])"), R"(summary: "[...]" is not text)"},
    {deed_with(R"("summary":false)"), R"(summary: "false" is not text)"},
    {deed_with(R"("summary":"a\u0000b")"), "summary: \"a\uFFFDb\" has a control character"},
    {deed_with(R"("summary":"a\r\nb")"), "summary: \"a\uFFFD\uFFFDb\" has a control character"},
    {deed_with(R"("summary":"\u001b[31m")"), "summary: \"\uFFFD[31m\" has a control character"},
    {deed_with(R"("summary":"\u009b1m")"), "summary: \"\uFFFD1m\" has a control character"},
    {deed_with(R"("source":"a\nb")"),
     "source: \"a\uFFFDb\" has a line break or a tab; it is one line"},
    {deed_with(R"("source":"a\u2028b")"),
     "source: \"a\uFFFDb\" has a line break or a tab; it is one line"},
    {deed_with(R"("summary":")" + repeat("ä", 5'001) + "\""),
     "summary: \"" + repeat("ä", 79) + "…\" has 5001 characters; 5000 are allowed"},
    {deed_with(R"("sections":[{"kind":"other","text":")" + repeat("x", 50'001) + "\"}]"),
     "sections[0].text: \"" + repeat("x", 79) + "…\" has 50001 characters; 50000 are allowed"},
    {deed_with(R"("language":"no")"), R"(language: "no" is not a language (fi, sv, en))"},
    {deed_with(R"("language":"FI")"), R"(language: "FI" is not a language (fi, sv, en))"},
};
INSTANTIATE_TEST_SUITE_P(Texts, WrongField, testing::ValuesIn(kWrongTexts));

const WrongDeed kWrongRequired[] = {
    {R"({"title":"x",)" + std::string(kOrganisations) + "}", "id: is missing"},
    {R"({"id":null,"title":"x",)" + std::string(kOrganisations) + "}", "id: is missing"},
    {R"({"id":"","title":"x",)" + std::string(kOrganisations) + "}", "id: is empty"},
    {R"({"id":7,"title":"x",)" + std::string(kOrganisations) + "}", R"(id: "7" is not text)"},
    {R"({"id":"a/b","title":"x",)" + std::string(kOrganisations) + "}",
     R"(id: "a/b" may hold only A-Z, a-z, 0-9, '.', '_' and '-')"},
    {R"({"id":"ä","title":"x",)" + std::string(kOrganisations) + "}",
     R"(id: "ä" may hold only A-Z, a-z, 0-9, '.', '_' and '-')"},
    {R"({"id":")" + repeat("x", 101) + R"(","title":"x",)" + std::string(kOrganisations) + "}",
     "id: \"" + repeat("x", 79) + "…\" has 101 characters; 100 are allowed"},
    {R"({"id":"a",)" + std::string(kOrganisations) + "}", "title: is missing"},
    {R"({"id":"a","title":"  ",)" + std::string(kOrganisations) + "}", "title: \"  \" is empty"},
    {R"({"id":"a","title":"x\ny",)" + std::string(kOrganisations) + "}",
     "title: \"x\uFFFDy\" has a line break or a tab; it is one line"},
    {R"({"id":"a","title":"x"})", "organisations: is missing: a deed has one organisation or more"},
    {R"({"id":"a","title":"x","organisations":[]})",
     "organisations: is missing: a deed has one organisation or more"},
    {R"({"id":"a","title":"x","organisations":"Ii"})", R"(organisations: "Ii" is not a list)"},
    {R"({"id":"a","title":"x","organisations":["Ii"]})",
     R"(organisations[0]: "Ii" is not an object)"},
    {R"({"id":"a","title":"x","organisations":[{"name":"Ii","type":"kunta","role":"lead"}]})",
     R"(organisations[0].type: "kunta" is not a type of organisation (municipality, )"
     "joint_authority, wellbeing_county, company, other)"},
    {R"({"id":"a","title":"x","organisations":[{"name":"Ii","type":"company"}]})",
     "organisations[0].role: is missing (lead, member, partner)"},
    {R"({"id":"a","title":"x","organisations":[{"name":"Ii","type":"company","role":"Lead"}]})",
     R"(organisations[0].role: "Lead" is not a role (lead, member, partner))"},
    {R"({"id":"a","title":"x","organisations":[{"type":"company","role":"lead"}]})",
     "organisations[0].name: is missing"},
    {R"({"id":"a","title":"x","organisations":[{"name":"Ii","type":"company","role":"lead"},)"
     R"({"name":"Ii","type":"company","role":"member"}]})",
     R"(organisations[1].name: "Ii" is given twice)"},
};
INSTANTIATE_TEST_SUITE_P(Required, WrongField, testing::ValuesIn(kWrongRequired));

const WrongDeed kWrongLists[] = {
    {deed_with(R"("themes":"a")"), R"(themes: "a" is not a list)"},
    {deed_with(R"("themes":{"a":1})"), R"(themes: "{...}" is not a list)"},
    {deed_with(R"("themes":["Työ"])"), R"(themes[0]: "Työ" is not a slug: only a-z, 0-9 and '-')"},
    {deed_with(R"("sectors":["a",null])"), R"(sectors[1]: is not text)"},
    {deed_with(R"("sectors":["a","b","a"])"), R"(sectors[2]: "a" is given twice)"},
    {deed_with(R"("keywords":[""])"), "keywords[0]: is empty"},
    {deed_with(keywords(deed_rules::kMaxKeywords + 1)),
     R"(keywords: "[...]" has 101 entries; 100 are allowed)"},
    {deed_with(R"("published":"2021-02-29")"),
     R"(published: "2021-02-29" is not a day that exists, written like 2021-09-14)"},
    {deed_with(R"("published":"14.9.2021")"),
     R"(published: "14.9.2021" is not a day that exists, written like 2021-09-14)"},
    {deed_with(R"("modified":"2021-09-14T00:00:00Z")"),
     R"(modified: "2021-09-14T00:00:00Z" is not a day that exists, written like 2021-09-14)"},
    {deed_with(R"("published":20210914)"),
     R"(published: "20210914" is not a day that exists, written like 2021-09-14)"},
    {deed_with(R"("sections":[{"text":"x"}])"),
     "sections[0].kind: is missing (background, goal, implementation, results, lessons, other)"},
    {deed_with(R"("sections":[{"kind":"goal"}])"), "sections[0].text: is missing"},
    {deed_with(R"("sections":[{"kind":"goal","text":"x","html":"<b>"}])"),
     "sections[0].html: is not a field of the format"},
    {deed_with(R"("awards":[{"year":1999,"kind":"winner"}])"),
     R"(awards[0].year: "1999" is not a year (2000-2100))"},
    {deed_with(R"("awards":[{"year":"2024","kind":"winner"}])"),
     R"(awards[0].year: "2024" is not a year (2000-2100))"},
    {deed_with(R"("awards":[{"year":2024.0,"kind":"winner"}])"),
     R"(awards[0].year: "2024.0" is not a year (2000-2100))"},
    {deed_with(R"("awards":[{"year":18446744073709553640,"kind":"winner"}])"),
     R"(awards[0].year: "18446744073709553640" is not a year (2000-2100))"},
    {deed_with(R"("awards":[{"year":-99999999999999999999,"kind":"winner"}])"),
     R"(awards[0].year: "-99999999999999999999" is not a year (2000-2100))"},
    {deed_with(R"("awards":[{"kind":"winner"}])"), "awards[0].year: is missing (2000-2100)"},
    {deed_with(R"("awards":[{"year":2024,"kind":"voittaja"}])"),
     R"(awards[0].kind: "voittaja" is not a kind of award (winner, honourable_mention, finalist))"},
};
INSTANTIATE_TEST_SUITE_P(Lists, WrongField, testing::ValuesIn(kWrongLists));

const WrongDeed kWrongRecords[] = {
    {"", "the record is not valid JSON in UTF-8 (at byte 1)"},
    {"[]", "the record is not a JSON object"},
    {"\"text\"", "the record is not a JSON object"},
    {"null", "the record is not a JSON object"},
    {"{", "the record is not valid JSON in UTF-8 (at byte 2)"},
    {R"({"id":"a",})", "the record is not valid JSON in UTF-8 (at byte 11)"},
    {R"({"id":NaN})", "the record is not valid JSON in UTF-8 (at byte 7)"},
    {R"({"id":-Infinity})", "the record is not valid JSON in UTF-8 (at byte 8)"},
    {R"({"id":"a"} {})", "the record is not valid JSON in UTF-8 (at byte 12)"},
    {R"({"id":'a'})", "the record is not valid JSON in UTF-8 (at byte 7)"},
    {"{\"id\":\"a\xC3\"}", "the record is not valid JSON in UTF-8 (at byte 10)"},
    {"{\"id\":\"\xED\xA0\x80\"}", "the record is not valid JSON in UTF-8 (at byte 9)"},
    {R"({"id":"\ud800"})", "the record is not valid JSON in UTF-8 (at byte 14)"},
    {std::string("{}\0{", 4), "the record has a zero byte"},
    {R"({"year":1e999})", "the record has a number that is too large (before byte 13)"},
    {repeat("[", 1'000'000), "the record is nested too deeply for a deed"},
    {repeat(R"({"a":)", 1'000'000), "the record is nested too deeply for a deed"},
    {deed_with(R"("id":"b")"), "id: is given twice"},
    {deed_with(R"("themes":null,"themes":null)"), "themes: is given twice"},
    {deed_with(R"("contacts":[{"name":"a","name":"b"}])"), "contacts[0].name: is given twice"},
    {deed_with(R"("titel":"x")"), "titel: is not a field of the format"},
    {deed_with(R"("":"x")"), R"("": is not a field of the format)"},
};
INSTANTIATE_TEST_SUITE_P(Records, WrongField, testing::ValuesIn(kWrongRecords));

TEST(DeedJson, ReportsEveryErrorOfADeed) {
  EXPECT_THAT(errors_of(R"({"id":"a b","themes":["A"],"published":"x"})"),
              ElementsAre(StartsWith("id:"),
                          StartsWith("title:"),
                          StartsWith("organisations:"),
                          StartsWith("themes[0]:"),
                          StartsWith("published:")));
}

TEST(DeedJson, BoundsTheErrorsOfADeed) {
  std::string sections;
  for (int i = 0; i < 90; ++i) {
    sections += std::string(i == 0 ? "" : ",") + R"({"kind":1,"text":2})";
  }
  const auto errors = errors_of(deed_with(R"("sections":[)" + sections + "]"));
  ASSERT_THAT(errors, SizeIs(101));
  EXPECT_EQ(errors.back(), "the record has more errors than are listed");
}

TEST(DeedJson, KeepsContactsOutOfErrors) {
  for (const std::string& json : {deed_with(R"("contacts":"Maija Meikäläinen")"),
                                  deed_with(R"("contacts":["Maija Meikäläinen"])"),
                                  deed_with(R"("contacts":[{"name":"Maija\u0000Meikäläinen"}])"),
                                  deed_with(R"("contacts":[{"nimi":"Maija Meikäläinen"}])"),
                                  deed_with(R"("kontaktit":"Maija Meikäläinen")"),
                                  deed_with(R"("kontaktit":["Maija Meikäläinen"])")}) {
    const auto errors = errors_of(json);
    EXPECT_THAT(errors, SizeIs(1)) << json;
    EXPECT_THAT(errors, Not(Contains(HasSubstr("Maija")))) << json;
  }
}

TEST(DeedJson, RefusesAFloodOfFields) {
  std::string fields = R"("a0":1)";
  for (int i = 1; i < 100'000; ++i) {
    fields += ",\"a" + std::to_string(i) + "\":1";
  }
  EXPECT_THAT(errors_of(deed_with(fields)),
              ElementsAre("the record has an object with more than 100 fields"));
}

TEST(DeedJson, WritesNothingForEmptyFields) {
  Deed deed;
  deed.id = "a";
  deed.title = "Teko";
  deed.organisations.push_back(
      {"Ii", OrganisationType::kWellbeingCounty, OrganisationRole::kMember});
  EXPECT_EQ(serialise_deed(deed),
            R"({"id":"a","language":"fi","title":"Teko","organisations":[{"name":"Ii",)"
            R"("type":"wellbeing_county","role":"member"}]})");
}

TEST(DeedJson, WritesValidJsonEvenForBrokenText) {
  Deed deed;
  deed.id = "a";
  deed.title = "\xFF";
  EXPECT_THAT(serialise_deed(deed), HasSubstr("\uFFFD"));
}

}  // namespace
}  // namespace kiertoon
