#include "search/report/period.h"

#include <algorithm>

namespace kiertoon {
namespace {

using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;
using std::chrono::years;

year_month_day first_day(int number) {
  return year(number) / std::chrono::January / 1;
}
year_month_day last_day(int number) {
  return year(number) / std::chrono::December / 31;
}

Period period_of(const Programme& programme) {
  Period period = period_of_years({programme.first_year, programme.last_year});
  period.kind = PeriodKind::kProgramme;
  period.programme = programme.slug;
  return period;
}

year_month_day end_of_month(year_month_day day) {
  return year_month_day_last(day.year(), std::chrono::month_day_last(day.month()));
}

// The same day of an earlier year; 29 February becomes the 28th.
year_month_day earlier(year_month_day day, years shift) {
  const year_month_day same = day - shift;
  return same.ok() ? same : end_of_month(same);
}

year_month_day earlier_end(year_month_day day, years shift) {
  return day == end_of_month(day) ? end_of_month(day - shift) : earlier(day, shift);
}

std::optional<EarlierPeriod> programme_before(const Period& period, const Vocabulary& vocabulary) {
  const Programme* before = nullptr;
  for (const Programme& programme : vocabulary.programmes()) {
    const bool is_earlier = period.first && first_day(programme.first_year) < *period.first;
    if (is_earlier && (before == nullptr || before->first_year < programme.first_year)) {
      before = &programme;
    }
  }
  if (before == nullptr) {
    return std::nullopt;
  }
  return EarlierPeriod{.period = period_of(*before), .shift = std::nullopt};
}

}  // namespace

std::string_view name_of(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::kYears:
      return "years";
    case PeriodKind::kProgramme:
      return "programme";
    case PeriodKind::kDates:
      return "dates";
    case PeriodKind::kAll:
      break;
  }
  return "all";
}

bool Period::contains(const std::optional<year_month_day>& day) const {
  if (kind == PeriodKind::kAll) {
    return true;
  }
  return day && (!first || *first <= *day) && (!last || *day <= *last);
}

Period period_of_years(const YearRange& range) {
  Period period{.kind = PeriodKind::kYears, .first = {}, .last = {}, .programme = {}};
  if (range.first) {
    period.first = first_day(*range.first);
  }
  if (range.last) {
    period.last = last_day(*range.last);
  }
  return period;
}

Period period_of_dates(year_month_day first, year_month_day last) {
  return {.kind = PeriodKind::kDates, .first = first, .last = last, .programme = {}};
}

std::optional<Period> period_of_programme(std::string_view slug, const Vocabulary& vocabulary) {
  const auto& programmes = vocabulary.programmes();
  const auto found = std::find_if(
      programmes.begin(), programmes.end(), [&](const auto& one) { return one.slug == slug; });
  return found == programmes.end() ? std::nullopt : std::optional(period_of(*found));
}

std::optional<EarlierPeriod> period_before(const Period& period, const Vocabulary& vocabulary) {
  if (period.kind == PeriodKind::kProgramme) {
    return programme_before(period, vocabulary);
  }
  if (!period.first || !period.last) {
    return std::nullopt;
  }
  years shift = std::max(period.last->year() - period.first->year(), years{1});
  while (earlier_end(*period.last, shift) >= *period.first) {
    ++shift;
  }
  Period before = period;
  before.first = earlier(*period.first, shift);
  before.last = earlier_end(*period.last, shift);
  return EarlierPeriod{.period = before, .shift = shift};
}

}  // namespace kiertoon
