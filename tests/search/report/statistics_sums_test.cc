#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "search/report/statistics.h"
#include "tests/search/report/campaign_deeds.h"
#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

// What must hold for any deeds, periods and filters.

std::vector<std::pair<std::string, const Breakdown*>> breakdowns(const Statistics& statistics) {
  std::vector<std::pair<std::string, const Breakdown*>> all{
      {"programme", &statistics.deeds_by_programme},
      {"type", &statistics.deeds_by_organisation_type},
      {"organisations", &statistics.organisations_by_type},
      {"theme", &statistics.deeds_by_theme},
      {"sector", &statistics.deeds_by_sector},
      {"language", &statistics.deeds_by_language},
      {"kind", &statistics.awards_by_kind},
      {"awards by theme", &statistics.awards_by_theme},
      {"category", &statistics.awards_by_category}};
  if (statistics.period.kind != PeriodKind::kProgramme) {  // there the year before has no rows
    all.emplace_back("year", &statistics.deeds_by_year);
  }
  if (statistics.deeds_by_month && statistics.period.kind != PeriodKind::kProgramme) {
    all.emplace_back("month", &*statistics.deeds_by_month);
  }
  return all;
}

template <typename Of>
void expect_adds_up(const std::string& name, const Breakdown& breakdown, Of of) {
  std::size_t rows = 0;
  for (const auto& one : breakdown.rows) {
    rows += of(one.count);
  }
  EXPECT_EQ(rows + of(breakdown.without) - of(breakdown.counted_again), of(breakdown.total))
      << name;
  EXPECT_GE(of(breakdown.counted_again), of(breakdown.several)) << name;
  EXPECT_GE(of(breakdown.total), of(breakdown.without) + of(breakdown.several)) << name;
}

void expect_adds_up(const Statistics& statistics) {
  const auto now = [](const Figure& figure) { return figure.now; };
  const auto before = [](const Figure& figure) { return figure.before.value(); };
  for (const auto& [name, breakdown] : breakdowns(statistics)) {
    expect_adds_up(name, *breakdown, now);
    if (statistics.before) {
      expect_adds_up(name + " before", *breakdown, before);
    }
  }
  EXPECT_EQ(statistics.deeds_by_theme.total.now, statistics.deeds.now);
  EXPECT_EQ(statistics.deeds_by_year.total.now, statistics.deeds.now);
  EXPECT_EQ(statistics.organisations_by_type.total.now, statistics.organisations.now);
  EXPECT_EQ(statistics.awards_by_kind.total.now, statistics.awards.now);
  EXPECT_LE(statistics.awarded_deeds.now, std::min(statistics.deeds.now, statistics.awards.now));
  EXPECT_LE(statistics.deeds.now,
            statistics.participations.now + statistics.deeds_by_organisation_type.without.now);
  if (statistics.organisations.now <= kMostActiveOrganisations &&
      statistics.organisations.now == statistics.most_active.size()) {
    std::size_t listed = 0;
    for (const auto& one : statistics.most_active) {
      listed += one.deeds.now;
    }
    EXPECT_EQ(listed, statistics.participations.now);
  }
}

std::vector<Period> periods() {
  std::vector<Period> all{Period{},
                          period_of_years({2021, 2024}),
                          period_of_years({2022, {}}),
                          period_of_years({{}, 2022}),
                          dates("2021-09-01", "2021-09-30"),
                          dates("2020-02-29", "2022-03-15")};
  for (const auto& programme : test_vocabulary()->programmes()) {
    all.push_back(*period_of_programme(programme.slug, *test_vocabulary()));
  }
  for (int year = 2014; year < 2027; ++year) {
    all.push_back(period_of_years({year, year}));
  }
  return all;
}

std::vector<Filters> some_filters() {
  return {Filters{},
          only(Facet::kTheme, {"tyohyvinvointi", "johtaminen"}),
          only(Facet::kOrganisationType, {"wellbeing_county"}),
          only(Facet::kAward, {"winner"}),
          only(Facet::kLanguage, {"sv"}),
          only(Facet::kOrganisation, {"kangasala"})};
}

Catalogue example_catalogue() {
  std::vector<DeedFacts> facts;
  for (const Deed& deed : read_deeds(test_data_folder() / "deeds" / "examples.jsonl")) {
    const auto number = static_cast<std::uint32_t>(facts.size() + 1);
    facts.push_back(facts_of(number, deed, *test_vocabulary()));
  }
  return Catalogue(std::move(facts));
}

void expect_everything_adds_up(const Catalogue& catalogue) {
  for (const Filters& filters : some_filters()) {
    for (const Period& period : periods()) {
      expect_adds_up(counted(catalogue, period, filters));
    }
    const Statistics all = counted(catalogue, {}, filters);
    EXPECT_EQ(all.undated, 0U);
    std::size_t by_year = 0;
    std::size_t awards = 0;
    for (const auto& one : all.deeds_by_year.rows) {
      const int year = std::stoi(one.value);
      const Statistics of_year = counted(catalogue, period_of_years({year, year}), filters);
      EXPECT_EQ(of_year.deeds.now, one.count.now);
      by_year += of_year.deeds.now;
      awards += of_year.awards.now;
    }
    EXPECT_EQ(by_year, all.deeds.now);
    EXPECT_EQ(awards, all.awards.now);
  }
}

TEST(StatisticsAddUp, OfTheCampaign) {
  expect_everything_adds_up(campaign_catalogue());
}

TEST(StatisticsAddUp, OfTheExampleDeeds) {
  expect_everything_adds_up(example_catalogue());
}

TEST(StatisticsAddUp, OfJointDeeds) {
  expect_everything_adds_up(joint_deeds());
}

}  // namespace
}  // namespace kiertoon
