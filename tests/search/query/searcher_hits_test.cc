// What a hit shows, and what it never shows.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// The only hit of a query.
Hit only_hit(TestIndex& index, std::string_view query) {
  auto result = index.search(query);
  EXPECT_EQ(result.hits.size(), 1U) << query;
  return result.hits.empty() ? Hit{} : std::move(result.hits.front());
}

TEST(MarksOfAHit, CoverTheWholeWordOrItsPart) {
  TestIndex index({{.id = "a",
                    .title = "Mallia työhyvinvointiin",
                    .summary = "Päivystyskuormaa tasattiin linja-autonkuljettajien kanssa."}});
  EXPECT_EQ(marked(only_hit(index, "hyvinvointi").title), "Mallia työ[hyvinvointiin]");
  EXPECT_EQ(marked(only_hit(index, "työ").title), "Mallia [työ]hyvinvointiin");
  EXPECT_EQ(marked(only_hit(index, "työhyvinvoinnin").title), "Mallia [työhyvinvointiin]");
  EXPECT_EQ(marked(only_hit(index, "mallit").title), "[Mallia] työhyvinvointiin");
  EXPECT_THAT(marked(only_hit(index, "kuorma").snippet), HasSubstr("Päivystys[kuormaa] tasattiin"));
  EXPECT_THAT(marked(only_hit(index, "auto").snippet), HasSubstr("linja-[auton]kuljettajien"));
}

TEST(MarksOfAHit, CoverEveryWordOfThePhraseAndThePrefix) {
  TestIndex index(std::vector<DeedText>{{.id = "a", .title = "Matalan kynnyksen digitalisaatio"}});
  EXPECT_EQ(marked(only_hit(index, "\"matala kynnys\"").title),
            "[Matalan] [kynnyksen] digitalisaatio");
  EXPECT_EQ(marked(only_hit(index, "digi*").title), "Matalan kynnyksen [digitalisaatio]");
}

TEST(MarksOfAHit, CoverDecomposedAndHyphenatedText) {
  TestIndex index({{.id = "a", .title = "Uusi tyo\u0308aika"},
                   {.id = "b", .title = "Kehit\u00ADtä\u00ADminen jatkuu"}});
  EXPECT_EQ(marked(only_hit(index, "työaika").title), "Uusi [tyo\u0308aika]");
  EXPECT_EQ(marked(only_hit(index, "kehittämisen").title), "[Kehit\u00ADtä\u00ADminen] jatkuu");
}

TEST(MarksOfAHit, AreMissingWhereNothingMatches) {
  TestIndex index({{.id = "a", .title = "Otsikko", .summary = "Lean toimii."}});
  const Hit hit = only_hit(index, "lean");
  EXPECT_EQ(marked(hit.title), "Otsikko");
  EXPECT_EQ(marked(hit.snippet), "[Lean] toimii.");
  EXPECT_EQ(marked(only_hit(index, "").snippet), "Lean toimii.");
}

TEST(MarksOfAHit, StandInTheSectionThatMatches) {
  auto deed =
      deed_of({.id = "a", .title = "Otsikko", .summary = "Ingressi.", .body = "Ensimmäinen."});
  deed.sections.push_back({.kind = SectionKind::kResults, .text = "Poissaolot vähenivät."});
  TestIndex index(std::vector<Deed>{deed});
  EXPECT_EQ(marked(only_hit(index, "poissaolo").snippet), "[Poissaolot] vähenivät.");
}

struct Found {
  std::string query;
  std::string as;
  MatchKind how;
};

TEST(MatchedOfAHit, TellsHowTheWordWasFound) {
  TestIndex index({{.id = "a", .title = "Työhyvinvointi ja kehitys Soitessa, digiloikka"},
                   {.id = "b", .title = "Teachers", .language = Language::kEnglish}});
  const std::vector<Found> examples{{"työhyvinvoinnin", "työhyvinvointi", MatchKind::kBaseForm},
                                    {"hyvinvoinnista", "hyvinvointi", MatchKind::kWordPart},
                                    {"kehittää", "kehittää", MatchKind::kWordPart},
                                    {"Soiten", "soite", MatchKind::kBaseForm},
                                    {"teacher", "teacher", MatchKind::kStem},
                                    {"digi*", "digiloikka", MatchKind::kPrefix}};
  for (const auto& example : examples) {
    const Hit hit = only_hit(index, example.query);
    ASSERT_EQ(hit.matched.size(), 1U) << example.query;
    EXPECT_EQ(hit.matched[0].word, example.query);
    EXPECT_EQ(hit.matched[0].as, example.as);
    EXPECT_EQ(hit.matched[0].how, example.how) << name_of(hit.matched[0].how);
  }
}

TEST(MatchedOfAHit, NamesTheWordsThatMetInTheQuerysOrder) {
  TestIndex index(std::vector<DeedText>{{.id = "a", .title = "Kotihoidon perehdytys"}});
  const Hit hit = only_hit(index, "perehdytyksen lean kotihoito");
  ASSERT_EQ(hit.matched.size(), 2U);
  EXPECT_EQ(hit.matched[0].word, "perehdytyksen");
  EXPECT_EQ(hit.matched[1].word, "kotihoito");
}

TEST(MatchedOfAHit, SaysNothingOfExcludedWords) {
  TestIndex index(std::vector<DeedText>{{.id = "a", .title = "Työhyvinvointi"}});
  const Hit hit = only_hit(index, "hyvinvointi -työ");
  ASSERT_EQ(hit.matched.size(), 1U);
  EXPECT_EQ(marked(hit.title), "Työ[hyvinvointi]");
}

TEST(AHit, CarriesTheDeedsFacts) {
  auto deed = deed_of({.id = "2021-0042", .title = "Lean", .language = Language::kSwedish});
  deed.url = "https://tori.example/1";
  deed.organisations = {
      {.name = "LIMINKA", .type = OrganisationType::kMunicipality, .role = OrganisationRole::kLead},
      {.name = "Koski Oy", .type = OrganisationType::kCompany, .role = OrganisationRole::kPartner}};
  deed.themes = {"hallinto"};
  deed.published = date_from_iso("2021-09-14");
  deed.awards = {{.year = 2021, .kind = AwardKind::kWinner, .category = "hallinto"}};
  TestIndex index(std::vector<Deed>{deed});
  const Hit hit = only_hit(index, "lean");
  EXPECT_EQ(hit.id, "2021-0042");
  EXPECT_EQ(hit.url, deed.url);
  EXPECT_EQ(hit.language, Language::kSwedish);
  ASSERT_EQ(hit.organisations.size(), 2U);
  EXPECT_EQ(hit.organisations[0].slug, "liminka");
  EXPECT_EQ(hit.organisations[0].name, "LIMINKA");
  EXPECT_EQ(hit.organisations[1].slug, "koski-oy");
  EXPECT_EQ(hit.organisations[1].role, OrganisationRole::kPartner);
  EXPECT_EQ(hit.themes, deed.themes);
  EXPECT_EQ(hit.published, deed.published);
  ASSERT_EQ(hit.awards.size(), 1U);
  EXPECT_GT(hit.score, 0.0);
}

// Everything a hit says, as one text.
std::string everything(const Hit& hit) {
  std::string text = hit.id + hit.url + plain(hit.title) + plain(hit.snippet);
  for (const auto& organisation : hit.organisations) {
    text += " " + organisation.slug + organisation.name;
  }
  for (const auto& match : hit.matched) {
    text += " " + match.word + match.as;
  }
  for (const auto* list : {&hit.themes, &hit.sectors}) {
    for (const auto& value : *list) {
      text += " " + value;
    }
  }
  return text;
}

TEST(Contacts, AreNeitherShownNorSearchable) {
  auto deed = deed_of({.id = "a", .title = "Lean", .summary = "Palaverit lyhenivät."});
  deed.contacts = {{.name = "Aurora Peltohimo",
                    .email = "aurora.peltohimo@koski.example",
                    .phone = "+358 40 7654321"}};
  TestIndex index(std::vector<Deed>{deed});
  for (const std::string query : {"", "lean", "palaveri", "kieli:fi", "le*"}) {
    const std::string said = everything(only_hit(index, query));
    for (const std::string secret : {"Aurora", "Peltohimo", "@", "7654321"}) {
      EXPECT_THAT(said, Not(HasSubstr(secret))) << query;
    }
  }
  for (const std::string query : {"Aurora",
                                  "Peltohimon",
                                  "aurora.peltohimo@koski.example",
                                  "peltohimo*",
                                  "auro*",
                                  "7654321",
                                  "\"Aurora Peltohimo\"",
                                  "koski.example"}) {
    EXPECT_THAT(index.ids(query), IsEmpty()) << query;
  }
  for (const auto& facet : *index.service().counts()) {
    for (const auto& value : facet.values) {
      EXPECT_THAT(value.value, Not(HasSubstr("eltohimo")));
    }
  }
  EXPECT_EQ((*index.service().deed("a"))->deed.contacts.size(), 1U);
}

}  // namespace
}  // namespace kiertoon
