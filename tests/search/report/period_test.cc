#include "search/report/period.h"

#include <string>

#include <gtest/gtest.h>

#include "search/deed/deed.h"
#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

std::string text_of(const Period& period) {
  const auto day = [](const auto& end) { return end ? to_iso(*end) : std::string("open"); };
  return std::string(name_of(period.kind)) + " " + period.programme + " " + day(period.first) +
         ".." + day(period.last);
}

std::string before(const Period& period) {
  const auto earlier = period_before(period, *test_vocabulary());
  return earlier ? text_of(earlier->period) : "none";
}

Period dates(std::string_view first, std::string_view last) {
  return period_of_dates(*date_from_iso(first), *date_from_iso(last));
}

Period programme(std::string_view slug) {
  return *period_of_programme(slug, *test_vocabulary());
}

TEST(Period, ContainsItsFirstAndItsLastDay) {
  const Period september = dates("2021-09-01", "2021-09-30");
  EXPECT_TRUE(september.contains(date_from_iso("2021-09-01")));
  EXPECT_TRUE(september.contains(date_from_iso("2021-09-30")));
  EXPECT_FALSE(september.contains(date_from_iso("2021-08-31")));
  EXPECT_FALSE(september.contains(date_from_iso("2021-10-01")));
  EXPECT_FALSE(september.contains(std::nullopt));
  EXPECT_TRUE(Period{}.contains(std::nullopt));
  EXPECT_TRUE(period_of_years({2021, {}}).contains(date_from_iso("2999-01-01")));
  EXPECT_FALSE(period_of_years({2021, {}}).contains(std::nullopt));
}

TEST(Period, OfYearsComesAfterAsManyYears) {
  EXPECT_EQ(before(period_of_years({2022, 2022})), "years  2021-01-01..2021-12-31");
  EXPECT_EQ(before(period_of_years({2021, 2024})), "years  2017-01-01..2020-12-31");
  EXPECT_EQ(before(period_of_years({2021, {}})), "none");
  EXPECT_EQ(before(period_of_years({{}, 2021})), "none");
  EXPECT_EQ(before(Period{}), "none");
}

TEST(Period, OfDatesComesAYearAfterTheSameDates) {
  EXPECT_EQ(before(dates("2021-09-01", "2021-09-30")), "dates  2020-09-01..2020-09-30");
  EXPECT_EQ(before(dates("2021-02-01", "2021-02-28")), "dates  2020-02-01..2020-02-29");
  EXPECT_EQ(before(dates("2020-02-29", "2020-03-01")), "dates  2019-02-28..2019-03-01");
  EXPECT_EQ(before(dates("2020-03-01", "2021-03-01")), "dates  2018-03-01..2019-03-01");
  EXPECT_EQ(before(dates("2020-03-01", "2021-02-28")), "dates  2019-03-01..2020-02-29");
}

TEST(Period, OfAProgrammeComesAfterTheProgrammeBefore) {
  EXPECT_EQ(text_of(programme("kuntatyo2030")), "programme kuntatyo2030 2021-01-01..2022-12-31");
  EXPECT_EQ(before(programme("kuntatyo2030")), "programme kunteko-2020 2015-01-01..2020-12-31");
  EXPECT_EQ(before(programme("tarkeissa-toissa")), "programme kuntatyo2030 2021-01-01..2022-12-31");
  EXPECT_EQ(before(programme("kunteko-2020")), "none");
  EXPECT_FALSE(period_of_programme("nothing", *test_vocabulary()));
}

// The period before never overlaps, and never leaves a gap of a year.
TEST(Period, BeforeEndsWithinAYearOfTheBeginning) {
  for (const char* first : {"2020-02-29", "2021-01-01", "2021-06-15"}) {
    for (int days = 0; days < 1500; days += 13) {
      const auto begin = std::chrono::sys_days(*date_from_iso(first));
      const Period period = period_of_dates(begin, begin + std::chrono::days(days));
      const auto earlier = period_before(period, *test_vocabulary());
      ASSERT_TRUE(earlier);
      const auto end = std::chrono::sys_days(*earlier->period.last);
      EXPECT_LT(end, begin) << text_of(period);
      EXPECT_LE((begin - end).count(), 366) << text_of(period);
    }
  }
}

}  // namespace
}  // namespace kiertoon
