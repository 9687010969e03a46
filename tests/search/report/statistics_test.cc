#include "search/report/statistics.h"

#include <numeric>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/search/report/campaign_deeds.h"
#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

Statistics of_campaign(int year, Filters filters = {}) {
  return counted(campaign_catalogue(), period_of_years({year, year}), std::move(filters));
}

std::size_t row(const Breakdown& breakdown, std::string_view value) {
  for (const auto& one : breakdown.rows) {
    if (one.value == value) {
      return one.count.now;
    }
  }
  return 0;
}

std::size_t sum(const Breakdown& breakdown) {
  return std::accumulate(breakdown.rows.begin(),
                         breakdown.rows.end(),
                         std::size_t{0},
                         [](std::size_t sum, const auto& one) { return sum + one.count.now; });
}

using Place = std::pair<std::string, std::size_t>;
std::vector<Place> places(const Statistics& statistics, std::size_t count) {
  std::vector<Place> result;
  for (const auto& one : statistics.most_active) {
    if (result.size() < count) {
      result.emplace_back(one.slug, one.deeds.now);
    }
  }
  return result;
}

TEST(CampaignInNumbers, Of2021) {
  const Statistics statistics = of_campaign(2021);
  EXPECT_EQ(statistics.deeds.now, 192U);
  EXPECT_EQ(statistics.awarded_deeds.now, 58U);
  EXPECT_EQ(statistics.awards.now, 59U);  // one deed has two
  EXPECT_FALSE(statistics.before);        // no deed is older
}

TEST(CampaignInNumbers, Of2022BesideTheYearBefore) {
  const Statistics statistics = of_campaign(2022);
  EXPECT_EQ(statistics.deeds.now, 183U);
  EXPECT_EQ(statistics.awarded_deeds.now, 50U);
  ASSERT_TRUE(statistics.before);
  EXPECT_EQ(statistics.deeds.before, 192U);
  EXPECT_EQ(statistics.awarded_deeds.before, 58U);
}

TEST(CampaignInNumbers, Of2024) {
  const Statistics statistics = of_campaign(2024);
  EXPECT_EQ(statistics.deeds.now, 269U);
  EXPECT_EQ(statistics.awarded_deeds.now, 55U);
  EXPECT_EQ(statistics.awards_by_category.rows.size(), 15U);
  EXPECT_EQ(statistics.organisations.now, 65U);
  const Breakdown& organisations = statistics.organisations_by_type;
  EXPECT_EQ(row(organisations, "municipality") + row(organisations, "joint_authority"), 48U);
  EXPECT_EQ(row(organisations, "wellbeing_county"), 17U);
  EXPECT_EQ(row(statistics.deeds_by_organisation_type, "wellbeing_county"), 47U);
  EXPECT_EQ(statistics.deeds.before, 0U);  // 2023: older deeds are there, so this is known
}

TEST(CampaignInNumbers, Of2025WithTheSixDeedsThatTheReleaseLeftOut) {
  const Statistics statistics = of_campaign(2025);
  EXPECT_EQ(statistics.deeds.now, 265U);
  EXPECT_EQ(statistics.awarded_deeds.now, 49U);
  EXPECT_EQ(statistics.organisations.now, 65U);
  const Breakdown& organisations = statistics.organisations_by_type;
  EXPECT_EQ(row(organisations, "municipality") + row(organisations, "joint_authority"), 40U);
  EXPECT_EQ(row(organisations, "wellbeing_county"), 16U);
  EXPECT_EQ(row(organisations, "company"), 9U);
  const Breakdown& deeds = statistics.deeds_by_organisation_type;
  EXPECT_EQ(row(deeds, "municipality") + row(deeds, "joint_authority"), 168U);
  EXPECT_EQ(row(deeds, "wellbeing_county"), 82U);
  EXPECT_EQ(row(deeds, "company"), 9U);
  EXPECT_EQ(sum(deeds), 259U);
  EXPECT_EQ(deeds.without.now, 6U);
  EXPECT_EQ(deeds.counted_again.now, 0U);
  EXPECT_EQ(deeds.total.now, 265U);
  EXPECT_EQ(statistics.partners.now, 1U);
  EXPECT_THAT(places(statistics, 2),
              ElementsAre(Pair("kangasala", 27), Pair("kanta-hameen-hyvinvointialue", 23)));
}

TEST(CampaignInNumbers, OfMunicipalitiesAndJointAuthoritiesTogether) {
  const Statistics statistics =
      of_campaign(2025, only(Facet::kOrganisationType, {"municipality", "joint_authority"}));
  EXPECT_EQ(statistics.deeds.now, 168U);
}

TEST(CampaignInNumbers, OfSeptember2021NamesTheMostInventiveMunicipality) {
  const Statistics statistics = counted(campaign_catalogue(),
                                        dates("2021-09-01", "2021-09-30"),
                                        only(Facet::kOrganisationType, {"municipality"}));
  EXPECT_THAT(places(statistics, 3),
              ElementsAre(Pair("liminka", 30), Pair("kangasala", 20), Pair("lempaala", 11)));
  ASSERT_TRUE(statistics.deeds_by_month);
  EXPECT_EQ(statistics.deeds_by_month->rows.size(), 1U);
  EXPECT_EQ(statistics.deeds_by_month->rows[0].value, "2021-09");
}

TEST(CampaignInNumbers, ByProgrammeAndInAll) {
  const Statistics first =
      counted(campaign_catalogue(), *period_of_programme("kuntatyo2030", *test_vocabulary()));
  EXPECT_EQ(first.deeds.now, 192U + 183U);
  ASSERT_TRUE(first.deeds_by_month);
  EXPECT_EQ(first.deeds_by_month->rows.size(), 24U);
  const Statistics second =
      counted(campaign_catalogue(), *period_of_programme("tarkeissa-toissa", *test_vocabulary()));
  EXPECT_EQ(second.deeds.now, 269U + 265U);
  EXPECT_EQ(second.deeds.before, 192U + 183U);
  EXPECT_FALSE(second.deeds_by_month);  // it goes on
  EXPECT_EQ(counted(campaign_catalogue(), {}).deeds.now, 192U + 183U + 269U + 265U);
}

TEST(Statistics, CountAJointDeedOnceInTotalsAndOnceForEachOrganisation) {
  const Statistics statistics = counted(joint_deeds(), {});
  EXPECT_EQ(statistics.deeds.now, 3U);
  EXPECT_EQ(statistics.joint_deeds.now, 2U);
  EXPECT_EQ(statistics.participations.now, 4U + 2U + 1U);
  EXPECT_EQ(statistics.organisations.now, 6U);
  EXPECT_EQ(statistics.partners.now, 1U);  // Ii took part elsewhere
  const Breakdown& deeds = statistics.deeds_by_organisation_type;
  EXPECT_EQ(row(deeds, "municipality"), 3U);
  EXPECT_EQ(row(deeds, "wellbeing_county"), 1U);
  EXPECT_EQ(deeds.several.now, 1U);
  EXPECT_EQ(deeds.counted_again.now, 1U);
}

TEST(Statistics, OrderEquallyActiveOrganisationsByTheFinnishAlphabet) {
  const Catalogue catalogue = catalogue_of({deed_on("2024-01-01", {municipality("Ähtäri")}),
                                            deed_on("2024-01-01", {municipality("Äänekoski")}),
                                            deed_on("2024-01-01", {municipality("Vaala")}),
                                            deed_on("2024-01-01", {company("Öljy Oy")}),
                                            deed_on("2024-01-01", {municipality("Ii")}),
                                            deed_on("2024-01-02", {municipality("Ii")})});
  const Statistics statistics = counted(catalogue, {});
  EXPECT_THAT(places(statistics, 9),
              ElementsAre(Pair("ii", 2),
                          Pair("vaala", 1),
                          Pair("ahtari", 1),
                          Pair("aanekoski", 1),
                          Pair("oljy-oy", 1)));
  EXPECT_EQ(statistics.most_active[0].rank, 1U);
  EXPECT_EQ(statistics.most_active[1].rank, 2U);
  EXPECT_EQ(statistics.most_active[4].rank, 2U);
  EXPECT_EQ(statistics.as_active_left_out, 0U);
  EXPECT_THAT(places(counted(catalogue, {}, only(Facet::kOrganisationType, {"company"})), 9),
              ElementsAre(Pair("oljy-oy", 1)));
}

TEST(Statistics, SayHowManyOrganisationsAreAsActiveAsTheLastOneListed) {
  const Statistics statistics = of_campaign(2022);  // 55 organisations: 18 with 4 deeds, 37 with 3
  EXPECT_EQ(statistics.most_active.size(), kMostActiveOrganisations);
  EXPECT_EQ(statistics.most_active.back().deeds.now, 3U);
  EXPECT_EQ(statistics.as_active_left_out, 35U);
}

TEST(Statistics, CountAnOrganisationOnceUnderTheTypeThatMostDeedsGive) {
  auto as_county = county("Koski");
  auto as_company = company("Koski");
  const Catalogue catalogue = catalogue_of({deed_on("2024-01-01", {as_county}),
                                            deed_on("2024-01-02", {as_company}),
                                            deed_on("2024-01-03", {as_company})});
  const Statistics statistics = counted(catalogue, {});
  EXPECT_EQ(statistics.organisations.now, 1U);
  EXPECT_EQ(row(statistics.organisations_by_type, "company"), 1U);
  EXPECT_EQ(statistics.contradicting_types.now, 1U);
  EXPECT_EQ(row(statistics.deeds_by_organisation_type, "wellbeing_county"), 1U);
}

TEST(Statistics, CountAnAwardInThePeriodOfItsDeedAndReportThatItsYearDiffers) {
  auto deed = deed_on("2023-12-20", {municipality("Ii")});
  deed.awards = {{.year = 2024, .kind = AwardKind::kWinner, .category = "viestinta"},
                 {.year = 2023, .kind = AwardKind::kHonourableMention, .category = {}}};
  auto undated = deed_on("", {municipality("Ii")});
  undated.awards = {{.year = 2024, .kind = AwardKind::kWinner, .category = {}}};
  const Catalogue catalogue = catalogue_of({deed, undated});
  const Statistics of_2023 = counted(catalogue, period_of_years({2023, 2023}));
  EXPECT_EQ(of_2023.awarded_deeds.now, 1U);
  EXPECT_EQ(of_2023.awards.now, 2U);
  EXPECT_EQ(of_2023.awards_of_other_years.now, 1U);
  EXPECT_EQ(of_2023.awards_outside->now, 0U);
  EXPECT_EQ(of_2023.awards_by_category.without.now, 1U);
  const Statistics of_2024 = counted(catalogue, period_of_years({2024, 2024}));
  EXPECT_EQ(of_2024.awards.now, 0U);
  EXPECT_EQ(of_2024.awards_outside->now, 2U);
  EXPECT_EQ(of_2024.awards_outside->before, 0U);
  EXPECT_FALSE(counted(catalogue, dates("2023-12-01", "2023-12-31")).awards_outside);
}

TEST(Statistics, DoNotTakeAFinalistForAWinner) {
  auto finalist = deed_on("2023-12-20", {municipality("Ii")});
  finalist.awards = {{.year = 2023, .kind = AwardKind::kFinalist, .category = {}}};
  auto winner = finalist;
  winner.awards.push_back({.year = 2023, .kind = AwardKind::kWinner, .category = {}});
  const Statistics statistics = counted(catalogue_of({finalist, winner}), {});
  EXPECT_EQ(statistics.finalists.now, 1U);
  EXPECT_EQ(statistics.awarded_deeds.now, 1U);
  EXPECT_EQ(statistics.awards.now, 1U);
  EXPECT_EQ(row(statistics.awards_by_kind, "finalist"), 0U);
}

TEST(Statistics, KeepDeedsWithoutADateOutOfPeriodsAndSayHowManyThereAre) {
  const Catalogue catalogue = catalogue_of(
      {deed_on("", {municipality("Ii")}), deed_on("2024-02-29", {municipality("Ii")})});
  const Statistics of_2024 = counted(catalogue, period_of_years({2024, 2024}));
  EXPECT_EQ(of_2024.deeds.now, 1U);
  EXPECT_EQ(of_2024.undated, 1U);
  const Statistics all = counted(catalogue, {});
  EXPECT_EQ(all.deeds.now, 2U);
  EXPECT_EQ(all.deeds_by_year.without.now, 1U);
  EXPECT_EQ(row(all.deeds_by_year, "2024"), 1U);
}

TEST(Statistics, OfNothingAreZeros) {
  for (const Period& period :
       {Period{}, period_of_years({2021, {}}), dates("2021-09-01", "2021-09-30")}) {
    const Statistics statistics = counted(Catalogue({}), period);
    EXPECT_EQ(statistics.deeds.now, 0U);
    EXPECT_THAT(statistics.most_active, IsEmpty());
    EXPECT_THAT(statistics.deeds_by_theme.rows, IsEmpty());
    EXPECT_FALSE(statistics.before);
  }
}

TEST(Statistics, ListEveryYearBetweenButNotAThousandOfThem) {
  const Catalogue gap = catalogue_of(
      {deed_on("2021-01-01", {municipality("Ii")}), deed_on("2024-01-01", {municipality("Ii")})});
  EXPECT_EQ(counted(gap, {}).deeds_by_year.rows.size(), 4U);
  const Catalogue mistyped = catalogue_of(
      {deed_on("0202-01-01", {municipality("Ii")}), deed_on("2024-01-01", {municipality("Ii")})});
  EXPECT_EQ(counted(mistyped, {}).deeds_by_year.rows.size(), 2U);
}

TEST(Statistics, PutEachMonthBesideTheSameMonthOfTheYearBefore) {
  const Catalogue catalogue = catalogue_of({deed_on("2020-09-15", {municipality("Ii")}),
                                            deed_on("2021-09-15", {municipality("Ii")}),
                                            deed_on("2021-09-16", {municipality("Ii")})});
  const Statistics statistics = counted(catalogue, period_of_years({2021, 2021}));
  const auto& months = statistics.deeds_by_month->rows;
  ASSERT_EQ(months.size(), 12U);
  EXPECT_EQ(months[8].count.now, 2U);
  EXPECT_EQ(months[8].count.before, 1U);
  EXPECT_EQ(months[7].count.before, 0U);
}

}  // namespace
}  // namespace kiertoon
