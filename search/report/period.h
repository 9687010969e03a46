#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "search/deed/vocabulary.h"
#include "search/query/search_request.h"

namespace kiertoon {

enum class PeriodKind { kAll, kYears, kProgramme, kDates };

// "all", "years", "programme", "dates".
[[nodiscard]] std::string_view name_of(PeriodKind kind);

// A stretch of time, in days. An absent end is open; of kAll both are, and deeds without a date
// belong to it too.
struct Period {
  PeriodKind kind = PeriodKind::kAll;
  std::optional<std::chrono::year_month_day> first;
  std::optional<std::chrono::year_month_day> last;  // included
  std::string programme;                            // slug; of kProgramme alone

  [[nodiscard]] bool contains(const std::optional<std::chrono::year_month_day>& day) const;
};

[[nodiscard]] Period period_of_years(const YearRange& years);
[[nodiscard]] Period period_of_dates(std::chrono::year_month_day first,
                                     std::chrono::year_month_day last);
// Nothing when the vocabulary has no such programme.
[[nodiscard]] std::optional<Period> period_of_programme(std::string_view slug,
                                                        const Vocabulary& vocabulary);

// A period to compare with, and how many years earlier it is.
struct EarlierPeriod {
  Period period;
  std::optional<std::chrono::years> shift;  // nothing between programmes: they differ in length
};

// The same period a year earlier, or as many years as it takes not to overlap (2021..2024:
// 2017..2020); of a programme, the programme before. The end of a month stays the end of the month.
// Nothing when an end is open and it is no programme, and for the first programme.
[[nodiscard]] std::optional<EarlierPeriod> period_before(const Period& period,
                                                         const Vocabulary& vocabulary);

}  // namespace kiertoon
