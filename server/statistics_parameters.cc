#include "server/statistics_parameters.h"

#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "server/media_type.h"
#include "server/search_parameters.h"
#include "server/text.h"

namespace kiertoon {

namespace {

constexpr std::array<std::string_view, 13> kKnownParameters{"year",
                                                            "programme",
                                                            "from",
                                                            "to",
                                                            "theme",
                                                            "sector",
                                                            "organisation",
                                                            "organisation_type",
                                                            "language",
                                                            "award",
                                                            "keyword",
                                                            "lang",
                                                            "format"};

constexpr std::array<std::string_view, 2> kFormats{"json", "csv"};
constexpr std::array<std::string_view, 2> kMediaTypes{"application/json", "text/csv"};

Problem contradicts(const Parameter& parameter, const Parameter& other) {
  Problem problem = invalid_value(
      parameter,
      fmt::format("'{}' and '{}' both name a period; give one of 'year', 'programme', or 'from' "
                  "with 'to'",
                  other.name,
                  parameter.name));
  problem.position = parameter.name_offset;
  return problem;
}

Problem needs(const Parameter& given, std::string_view missing) {
  return {.status = 400,
          .kind = "missing-parameter",
          .title = "Missing parameter",
          .detail = fmt::format("'{}' needs '{}' with it", given.name, missing),
          .parameter = std::string(missing),
          .position = {}};
}

// The parameters that name a period, each given once at most.
struct PeriodParameters {
  const Parameter* year = nullptr;
  const Parameter* programme = nullptr;
  const Parameter* from = nullptr;
  const Parameter* to = nullptr;
};

Valid<PeriodParameters> find_period(const Parameters& parameters) {
  PeriodParameters found;
  for (auto& [name, place] : {std::pair{"year", &found.year},
                              {"programme", &found.programme},
                              {"from", &found.from},
                              {"to", &found.to}}) {
    const auto parameter = parameters.single(name);
    if (!parameter) {
      return refuse(parameter.error());
    }
    *place = *parameter;
  }
  const Parameter* const dates = found.from == nullptr ? found.to : found.from;
  const Parameter* first = nullptr;
  for (const Parameter* parameter : {found.year, found.programme, dates}) {
    if (parameter != nullptr && first != nullptr) {
      return refuse(contradicts(*parameter, *first));
    }
    first = parameter == nullptr ? first : parameter;
  }
  if (dates != nullptr && (found.from == nullptr || found.to == nullptr)) {
    return refuse(needs(*dates, found.from == nullptr ? "from" : "to"));
  }
  return found;
}

Valid<std::chrono::year_month_day> read_day(const Parameter& parameter) {
  if (const auto day = date_from_iso(parameter.value)) {
    return *day;
  }
  return refuse(
      invalid_value(parameter,
                    fmt::format("'{}' is '{}'; it takes a day that exists, written like 2021-09-14",
                                parameter.name,
                                quotable(parameter.value))));
}

Valid<Period> read_dates(const Parameter& from, const Parameter& to) {
  const auto first = read_day(from);
  if (!first) {
    return refuse(first.error());
  }
  const auto last = read_day(to);
  if (!last) {
    return refuse(last.error());
  }
  if (*last < *first) {
    return refuse(invalid_value(
        to, fmt::format("'to' is '{}', which is before 'from', '{}'", to.value, from.value)));
  }
  return period_of_dates(*first, *last);
}

// Takes what parse_filters() made of `year` and `programme` out of the filters.
Valid<Period> take_period(const Parameters& parameters,
                          const Vocabulary& vocabulary,
                          Filters& filters) {
  const auto found = find_period(parameters);
  if (!found) {
    return refuse(found.error());
  }
  const auto years = std::exchange(filters.years, {});
  const auto programmes = std::exchange(filters.of(Facet::kProgramme), {});
  if (found->year != nullptr) {
    return period_of_years(years.front());
  }
  if (found->programme != nullptr) {
    return period_of_programme(programmes.front(), vocabulary).value_or(Period{});
  }
  return found->from == nullptr ? Period{} : read_dates(*found->from, *found->to);
}

Valid<StatisticsFormat> read_format(const Parameters& parameters, std::string_view accept) {
  const auto parameter = parameters.single("format");
  if (!parameter) {
    return refuse(parameter.error());
  }
  if (*parameter == nullptr) {
    return static_cast<StatisticsFormat>(preferred_media_type(accept, kMediaTypes));
  }
  for (std::size_t i = 0; i < kFormats.size(); ++i) {
    if ((*parameter)->value == kFormats.at(i)) {
      return static_cast<StatisticsFormat>(i);
    }
  }
  return refuse(invalid_value(
      **parameter,
      fmt::format(
          "'format' is '{}'; it takes {}", quotable((*parameter)->value), choices(kFormats))));
}

std::string day_text(const std::optional<std::chrono::year_month_day>& day) {
  return day ? to_iso(*day) : std::string();
}

}  // namespace

Valid<StatisticsQuery> parse_statistics_query(const Parameters& parameters,
                                              std::string_view accept,
                                              const Vocabulary& vocabulary) {
  if (const auto known = parameters.only(kKnownParameters); !known) {
    return refuse(known.error());
  }
  auto filters = parse_filters(parameters, vocabulary);
  if (!filters) {
    return refuse(filters.error());
  }
  auto period = take_period(parameters, vocabulary, *filters);
  if (!period) {
    return refuse(period.error());
  }
  const auto labels = read_language(parameters, "lang", Language::kFinnish);
  if (!labels) {
    return refuse(labels.error());
  }
  const auto format = read_format(parameters, accept);
  if (!format) {
    return refuse(format.error());
  }
  return StatisticsQuery{.request = {.period = std::move(*period), .filters = std::move(*filters)},
                         .labels = *labels,
                         .format = *format};
}

std::string canonical(const StatisticsQuery& query) {
  const Period& period = query.request.period;
  DeedsQuery filters;
  filters.request.filters = query.request.filters;
  filters.labels = query.labels;
  return fmt::format("{} {} {}..{} {} {}",
                     kFormats.at(static_cast<std::size_t>(query.format)),
                     name_of(period.kind),
                     day_text(period.first),
                     day_text(period.last),
                     period.programme,
                     canonical(filters));
}

}  // namespace kiertoon
