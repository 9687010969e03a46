#include "search/report/statistics.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <tuple>
#include <utility>

#include "analysis/collation.h"
#include "search/report/tally.h"

namespace kiertoon {
namespace {

// A timeline has a row for each of its years unless there are more, which a mistyped date causes.
constexpr int kMaxYearsInARow = 100;

// Whose months are listed.
constexpr std::chrono::years kLongestPeriodByMonth{2};

constexpr std::array<std::string_view, 5> kTypeOrder{
    "municipality", "joint_authority", "wellbeing_county", "company", "other"};
constexpr std::array<std::string_view, 2> kAwardOrder{"winner", "honourable_mention"};

// Both periods, counted.
struct Tallies {
  Tally now;
  std::optional<Tally> before;
  std::optional<std::chrono::years> shift;  // from now back to before

  // The same number of both.
  template <typename Number>
  [[nodiscard]] Figure figure(Number number) const {
    Figure figure{.now = std::invoke(number, now), .before = std::nullopt};
    if (before) {
      figure.before = std::invoke(number, *before);
    }
    return figure;
  }
};

// All but the rows.
Breakdown totals_of(const Tallies& tallies, Counter Tally::*counter) {
  const auto of = [&](std::size_t Counter::*number) {
    return tallies.figure([&](const Tally& tally) { return tally.*counter.*number; });
  };
  return {.rows = {},
          .without = of(&Counter::without),
          .several = of(&Counter::several),
          .counted_again = of(&Counter::counted_again),
          .total = of(&Counter::total)};
}

// Every value of either period; the most frequent first, then by value.
Breakdown by_count(const Tallies& tallies, Counter Tally::*counter) {
  Breakdown breakdown = totals_of(tallies, counter);
  auto values = (tallies.now.*counter).counts;
  if (tallies.before) {
    const auto& earlier = (*tallies.before.*counter).counts;
    values.insert(earlier.begin(), earlier.end());  // keeps those that are there
  }
  for (const auto& [value, count] : values) {
    breakdown.rows.push_back(
        {.value = value, .count = tallies.figure([&, name = value](const Tally& tally) {
           return (tally.*counter).of(name);
         })});
  }
  std::stable_sort(breakdown.rows.begin(), breakdown.rows.end(), [](const auto& a, const auto& b) {
    return std::tie(b.count.now, b.count.before) < std::tie(a.count.now, a.count.before);
  });
  return breakdown;
}

// The same in a fixed order.
Breakdown in_order(const Tallies& tallies,
                   Counter Tally::*counter,
                   std::span<const std::string_view> order) {
  Breakdown breakdown = by_count(tallies, counter);
  const auto place = [&](const StatisticsRow& row) {
    return std::find(order.begin(), order.end(), row.value) - order.begin();
  };
  std::stable_sort(breakdown.rows.begin(), breakdown.rows.end(), [&](const auto& a, const auto& b) {
    return place(a) < place(b);
  });
  return breakdown;
}

// Rows for stretches of time, in their order, each beside the one as many years earlier as the
// period before is.
template <typename Stretch, typename Next>
Breakdown timeline(
    const Tallies& tallies, Counter Tally::*counter, Stretch first, Stretch last, Next next) {
  Breakdown breakdown = totals_of(tallies, counter);
  for (Stretch at = first; at <= last; at = next(at)) {
    StatisticsRow row{.value = value_of(at), .count = {}};
    row.count.now = (tallies.now.*counter).of(row.value);
    if (tallies.before && tallies.shift) {
      row.count.before = (*tallies.before.*counter).of(value_of(at - *tallies.shift));
    }
    breakdown.rows.push_back(std::move(row));
  }
  return breakdown;
}

// The years of the period, as far as it has ends, else those from the first deed's to the last's.
Breakdown by_year(const Tallies& tallies, const Period& period) {
  const auto year_of = [](const auto& day, const auto& counted) {
    return day ? std::optional(day->year()) : counted;
  };
  const auto first = year_of(period.first, tallies.now.first_year);
  const auto last = year_of(period.last, tallies.now.last_year);
  if (first && last && (*last - *first).count() < kMaxYearsInARow) {
    return timeline(tallies, &Tally::by_year, *first, *last, [](auto at) { return ++at; });
  }
  Breakdown breakdown = totals_of(tallies, &Tally::by_year);
  for (const auto& [value, count] : tallies.now.by_year.counts) {
    breakdown.rows.push_back({.value = value, .count = {.now = count, .before = std::nullopt}});
  }
  return breakdown;
}

std::optional<Breakdown> by_month(const Tallies& tallies, const Period& period) {
  if (!period.first || !period.last || *period.last >= *period.first + kLongestPeriodByMonth) {
    return std::nullopt;
  }
  return timeline(tallies,
                  &Tally::by_month,
                  period.first->year() / period.first->month(),
                  period.last->year() / period.last->month(),
                  [](auto at) { return at + std::chrono::months(1); });
}

// Organisations of the types wanted (of any when none is), by number of deeds, then by name.
std::vector<ActiveOrganisation> by_activity(const Tallies& tallies,
                                            const Vocabulary& vocabulary,
                                            const std::vector<std::string>& types) {
  struct Candidate {
    ActiveOrganisation organisation;
    std::string sort_key;
  };
  std::vector<Candidate> candidates;
  for (const auto& [key, tally] : tallies.now.organisations) {
    const std::string_view type = name_of(tally.type());
    if (!types.empty() && std::find(types.begin(), types.end(), type) == types.end()) {
      continue;
    }
    const auto deeds = [&, name = key](const Tally& of) {
      const auto found = of.organisations.find(name);
      return found == of.organisations.end() ? 0 : found->second.deeds;
    };
    const bool is_known = vocabulary.find_organisation(tally.name) != nullptr;
    candidates.push_back(
        {.organisation = {.rank = 1,
                          .slug = tally.slug,
                          .name = tally.name,
                          .type = tally.type(),
                          .deeds = tallies.figure(deeds)},
         .sort_key = finnish_sort_key(
             is_known ? vocabulary.label(Facet::kOrganisation, tally.slug, Language::kFinnish)
                      : tally.name)});
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(b.organisation.deeds.now, a.sort_key, a.organisation.name) <
           std::tie(a.organisation.deeds.now, b.sort_key, b.organisation.name);
  });
  std::vector<ActiveOrganisation> organisations;
  for (Candidate& candidate : candidates) {
    organisations.push_back(std::move(candidate.organisation));
    const std::size_t place = organisations.size();
    organisations.back().rank =
        place > 1 && organisations[place - 2].deeds.now == organisations.back().deeds.now
            ? organisations[place - 2].rank
            : place;
  }
  return organisations;
}

void add_most_active(Statistics& statistics, std::vector<ActiveOrganisation> organisations) {
  if (organisations.size() > kMostActiveOrganisations) {
    const auto rest = organisations.begin() + kMostActiveOrganisations;
    const std::size_t last_rank = (rest - 1)->rank;
    statistics.as_active_left_out = static_cast<std::size_t>(std::count_if(
        rest, organisations.end(), [&](const auto& one) { return one.rank == last_rank; }));
    organisations.erase(rest, organisations.end());
  }
  statistics.most_active = std::move(organisations);
}

void add_totals(Statistics& statistics, const Tallies& tallies) {
  statistics.deeds = tallies.figure(&Tally::deeds);
  statistics.joint_deeds = tallies.figure(&Tally::joint_deeds);
  statistics.organisations =
      tallies.figure([](const Tally& tally) { return tally.organisations.size(); });
  statistics.partners = tallies.figure(&Tally::partners);
  statistics.participations = tallies.figure(&Tally::participations);
  statistics.contradicting_types = tallies.figure(&Tally::contradicting_types);
  statistics.awarded_deeds = tallies.figure(&Tally::awarded_deeds);
  statistics.finalists = tallies.figure(&Tally::finalists);
  statistics.awards = tallies.figure(&Tally::awards);
  statistics.awards_of_other_years = tallies.figure(&Tally::awards_of_other_years);
  const PeriodKind kind = statistics.period.kind;
  if (kind == PeriodKind::kYears || kind == PeriodKind::kProgramme) {
    statistics.awards_outside = tallies.figure(&Tally::awards_outside);
  }
}

void add_breakdowns(Statistics& statistics, const Tallies& tallies) {
  statistics.deeds_by_year = by_year(tallies, statistics.period);
  statistics.deeds_by_month = by_month(tallies, statistics.period);
  statistics.deeds_by_programme = by_count(tallies, &Tally::by_programme);
  statistics.deeds_by_organisation_type =
      in_order(tallies, &Tally::by_organisation_type, kTypeOrder);
  statistics.organisations_by_type = in_order(tallies, &Tally::organisations_by_type, kTypeOrder);
  statistics.deeds_by_theme = by_count(tallies, &Tally::by_theme);
  statistics.deeds_by_sector = by_count(tallies, &Tally::by_sector);
  statistics.deeds_by_language = by_count(tallies, &Tally::by_language);
  statistics.awards_by_kind = in_order(tallies, &Tally::awards_by_kind, kAwardOrder);
  statistics.awards_by_theme = by_count(tallies, &Tally::awards_by_theme);
  statistics.awards_by_category = by_count(tallies, &Tally::awards_by_category);
}

// The period before, when any deed of the catalogue is old enough to be of it or older.
std::optional<EarlierPeriod> comparison(const Catalogue& catalogue,
                                        const Vocabulary& vocabulary,
                                        const Period& period) {
  auto earlier = period_before(period, vocabulary);
  const auto is_old_enough = [&](const DeedFacts& deed) {
    return deed.published && *deed.published <= *earlier->period.last;
  };
  const auto& deeds = catalogue.deeds();
  if (!earlier || !earlier->period.last ||
      std::none_of(deeds.begin(), deeds.end(), is_old_enough)) {
    return std::nullopt;
  }
  return earlier;
}

}  // namespace

Statistics compute_statistics(const Catalogue& catalogue,
                              const Vocabulary& vocabulary,
                              const StatisticsRequest& request) {
  std::vector<const DeedFacts*> deeds;
  Statistics statistics;
  statistics.period = request.period;
  for (const DeedFacts& deed : catalogue.deeds()) {
    if (matches(deed, request.filters)) {
      deeds.push_back(&deed);
      statistics.undated += deed.published ? 0 : 1;
    }
  }
  Tallies tallies{.now = count_deeds(deeds, request.period), .before = {}, .shift = {}};
  if (const auto earlier = comparison(catalogue, vocabulary, request.period)) {
    tallies.before = count_deeds(deeds, earlier->period);
    tallies.shift = earlier->shift;
    statistics.before = earlier->period;
  }
  add_totals(statistics, tallies);
  add_breakdowns(statistics, tallies);
  add_most_active(statistics,
                  by_activity(tallies, vocabulary, request.filters.of(Facet::kOrganisationType)));
  return statistics;
}

}  // namespace kiertoon
