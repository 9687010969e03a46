#include "search/deed/deed.h"

#include <string>

#include <gtest/gtest.h>

#include "search/deed/facet.h"

namespace kiertoon {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

template <typename Enum, typename FromName>
void expect_names_lead_back(const std::vector<Enum>& values, FromName from_name) {
  for (const Enum value : values) {
    EXPECT_FALSE(name_of(value).empty());
    EXPECT_EQ(from_name(name_of(value)), value) << name_of(value);
  }
}

TEST(DeedNames, LeadBackToTheirValues) {
  using S = SectionKind;
  expect_names_lead_back<SectionKind>(
      {S::kBackground, S::kGoal, S::kImplementation, S::kResults, S::kLessons, S::kOther},
      section_kind_from);
  using T = OrganisationType;
  expect_names_lead_back<OrganisationType>(
      {T::kMunicipality, T::kJointAuthority, T::kWellbeingCounty, T::kCompany, T::kOther},
      organisation_type_from);
  using R = OrganisationRole;
  expect_names_lead_back<OrganisationRole>({R::kLead, R::kMember, R::kPartner},
                                           organisation_role_from);
  using A = AwardKind;
  expect_names_lead_back<AwardKind>({A::kWinner, A::kHonourableMention, A::kFinalist},
                                    award_kind_from);
}

TEST(DeedNames, AreNothingElse) {
  for (const std::string name : {"", "Goal", "goals", "kunta", "winner "}) {
    EXPECT_FALSE(section_kind_from(name)) << name;
    EXPECT_FALSE(organisation_type_from(name)) << name;
    EXPECT_FALSE(organisation_role_from(name)) << name;
    EXPECT_FALSE(award_kind_from(name)) << name;
  }
}

TEST(DeedDate, IsWrittenAndReadInOneForm) {
  const auto date = year(2021) / month(9) / day(4);
  EXPECT_EQ(to_iso(date), "2021-09-04");
  EXPECT_EQ(date_from_iso("2021-09-04"), date);
  EXPECT_EQ(date_from_iso("2024-02-29"), year(2024) / month(2) / day(29));
}

TEST(DeedDate, RefusesDaysThatDoNotExistAndOtherForms) {
  for (const std::string text : {"",
                                 "2021",
                                 "2021-9-4",
                                 "21-09-2004",
                                 "2021-13-01",
                                 "2021-00-10",
                                 "2021-02-29",
                                 "2021-04-31",
                                 "2021-09-00",
                                 "2021/09/04",
                                 "04.09.2021",
                                 " 021-09-04",
                                 "2021-09-4 ",
                                 "-021-09-04",
                                 "2021-09-04T",
                                 "2021-0x-04",
                                 "+021-09-04",
                                 "2021-+9-04"}) {
    EXPECT_FALSE(date_from_iso(text)) << text;
  }
}

TEST(FacetName, LeadsBackToItsFacet) {
  for (std::size_t i = 0; i < kFacetCount; ++i) {
    const auto facet = static_cast<Facet>(i);
    EXPECT_EQ(facet_from(name_of(facet)), facet) << name_of(facet);
  }
  EXPECT_EQ(facet_from("organisation_type"), Facet::kOrganisationType);
}

TEST(FacetName, IsNothingElse) {
  for (const std::string name : {"", "Theme", "themes", "teema", "theme "}) {
    EXPECT_FALSE(facet_from(name)) << name;
  }
}

}  // namespace
}  // namespace kiertoon
