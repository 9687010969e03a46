#include "search/index/deed_fields.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

Deed full_deed() {
  Deed deed = deed_of({.id = "a", .title = "Otsikko", .summary = "Ingressi", .body = "Leipä"});
  deed.sections.push_back({.kind = SectionKind::kLessons, .text = "Opit"});
  deed.organisations = {{.name = "Limingan kunta", .type = OrganisationType::kMunicipality},
                        {.name = "LIMINKA", .type = OrganisationType::kMunicipality},
                        {.name = "Koski Oy", .type = OrganisationType::kCompany}};
  deed.themes = {"tyohyvinvointi", "digitalisaatio", "tyohyvinvointi"};
  deed.sectors = {"perusopetus"};
  deed.keywords = {"Lean", "lean", "TYO\u0308"};
  deed.published = date_from_iso("2021-05-06");
  deed.awards = {{.year = 2021, .kind = AwardKind::kWinner, .category = ""},
                 {.year = 2022, .kind = AwardKind::kWinner, .category = ""}};
  deed.contacts = {{.name = "Maija Meikäläinen", .email = "maija@liminka.example", .phone = "040"}};
  return deed;
}

const std::vector<std::string>& values_of(const FacetValues& values, Facet facet) {
  return values.at(index_of(facet));
}

TEST(RunningTexts, AreTitleSummaryAndSectionsInTheirOrder) {
  const Deed deed = full_deed();
  std::vector<std::string> texts;
  for (const auto& text : running_texts(deed)) {
    texts.emplace_back(text.text);
  }
  EXPECT_THAT(texts, ElementsAre("Otsikko", "Ingressi", "Leipä", "Opit"));
}

TEST(RunningTexts, KeepAPlaceForAnEmptySummary) {
  const Deed deed = deed_of({.id = "a", .title = "Otsikko", .summary = "", .body = ""});
  EXPECT_EQ(running_texts(deed).size(), 2U);
}

TEST(NameTexts, HoldNamesInEveryLanguageButNoContacts) {
  std::vector<std::string> names;
  for (const auto& name : name_texts(full_deed(), *test_vocabulary())) {
    names.push_back(name.text);
    EXPECT_THAT(name.text, Not(::testing::HasSubstr("Maija")));
    EXPECT_THAT(name.text, Not(::testing::HasSubstr("maija")));
  }
  EXPECT_THAT(names, Contains("Limingan kunta"));
  EXPECT_THAT(names, Contains("Limingo"));
  EXPECT_THAT(names, Contains("Koski Oy"));
  EXPECT_THAT(names, Contains("Digitalisaatio"));
  EXPECT_THAT(names, Contains("Digitalisering"));
  EXPECT_THAT(names, Contains("Basic education"));
}

TEST(FacetValuesOfADeed, HoldEachValueOnce) {
  const FacetValues values = facet_values(full_deed(), *test_vocabulary());
  EXPECT_THAT(values_of(values, Facet::kTheme), ElementsAre("tyohyvinvointi", "digitalisaatio"));
  EXPECT_THAT(values_of(values, Facet::kSector), ElementsAre("perusopetus"));
  EXPECT_THAT(values_of(values, Facet::kOrganisation), ElementsAre("liminka", "koski-oy"));
  EXPECT_THAT(values_of(values, Facet::kOrganisationType), ElementsAre("municipality", "company"));
  EXPECT_THAT(values_of(values, Facet::kProgramme), ElementsAre("kuntatyo2030"));
  EXPECT_THAT(values_of(values, Facet::kLanguage), ElementsAre("fi"));
  EXPECT_THAT(values_of(values, Facet::kAward), ElementsAre("winner"));
  EXPECT_THAT(values_of(values, Facet::kKeyword), ElementsAre("lean", "työ"));
  EXPECT_THAT(values_of(values, Facet::kYear), ElementsAre("2021"));
}

TEST(FacetValuesOfADeed, AreEmptyWhereTheDeedSaysNothing) {
  const FacetValues values = facet_values(
      deed_of({.id = "a", .title = "x", .summary = "", .body = ""}), *test_vocabulary());
  for (const Facet facet : {Facet::kTheme,
                            Facet::kSector,
                            Facet::kProgramme,
                            Facet::kAward,
                            Facet::kKeyword,
                            Facet::kYear}) {
    EXPECT_THAT(values_of(values, facet), IsEmpty()) << name_of(facet);
  }
}

}  // namespace
}  // namespace kiertoon
