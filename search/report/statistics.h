#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "search/deed/deed.h"
#include "search/deed/vocabulary.h"
#include "search/index/deed_facts.h"
#include "search/query/search_request.h"
#include "search/report/period.h"

namespace kiertoon {

inline constexpr std::size_t kMostActiveOrganisations = 20;

// Which deeds are counted: those published in the period that a search with the filters would find.
struct StatisticsRequest {
  Period period;
  Filters filters;
};

// A number of the period, and the same of the period before; that is absent when there is no period
// before, or none that the number can be compared with.
struct Figure {
  std::size_t now = 0;
  std::optional<std::size_t> before;
};

struct StatisticsRow {
  std::string value;  // a slug, a name as in facets, a year "2021" or a month "2021-09"
  Figure count;
};

// Things (deeds, organisations or awards) counted by values of which each has none, one or several.
// What has several counts once for each, so that always, for `now` and for `before`:
//   sum of rows + without - counted_again == total
struct Breakdown {
  std::vector<StatisticsRow> rows;
  Figure without;        // things with no value
  Figure several;        // things with more than one value
  Figure counted_again;  // what they add to the sum of the rows
  Figure total;          // things
};

struct ActiveOrganisation {
  std::size_t rank = 1;  // equal counts share a rank, and the next one is skipped: 1, 2, 2, 4
  std::string slug;
  std::string name;  // as the deeds give it
  OrganisationType type = OrganisationType::kOther;
  Figure deeds;
};

// Deeds, organisations and awards in numbers. The rules:
// - A deed belongs to the period it was published in. It counts once in every total, however many
//   organisations it has, and once for each of them.
// - An organisation takes part as lead or as member; partners are counted apart. It counts once,
//   under the type that most of its deeds in the period give it.
// - Awards are what was won: winners and honourable mentions. Finalists are counted apart.
// - An award belongs to its deed: it is counted in the period of the deed, whatever the award's
//   own year. Awards to an organisation rather than to a deed are not among the data.
struct Statistics {
  Period period;
  std::optional<Period> before;
  std::string generation;  // of the index that was counted

  Figure deeds;
  Figure joint_deeds;          // with two or more organisations
  std::size_t undated = 0;     // deeds of any time that pass the filters and have no date
  Figure organisations;        // that took part
  Figure partners;             // organisations that were a partner and nothing else
  Figure participations;       // each deed once for each of its organisations
  Figure contradicting_types;  // organisations to which deeds give different types
  Figure awarded_deeds;
  Figure finalists;  // deeds that were finalists and won nothing
  Figure awards;
  Figure awards_of_other_years;  // whose year is not the deed's year (or the deed has none)
  // Awards of the years of the period to deeds outside it; absent when the period is not made of
  // whole years.
  std::optional<Figure> awards_outside;

  Breakdown deeds_by_year;
  std::optional<Breakdown> deeds_by_month;  // of periods of at most two years
  Breakdown deeds_by_programme;
  Breakdown deeds_by_organisation_type;
  Breakdown organisations_by_type;
  Breakdown deeds_by_theme;
  Breakdown deeds_by_sector;
  Breakdown deeds_by_language;
  Breakdown awards_by_kind;
  Breakdown awards_by_theme;  // of the deed
  Breakdown awards_by_category;

  // By number of deeds, then in Finnish alphabetical order, at most kMostActiveOrganisations; with
  // a filter on the type of organisation, of those types alone.
  std::vector<ActiveOrganisation> most_active;
  std::size_t as_active_left_out = 0;  // others with as many deeds as the last of them
};

// The period before is compared with when period_before() knows one and the oldest deed of the
// catalogue is not younger than it.
[[nodiscard]] Statistics compute_statistics(const Catalogue& catalogue,
                                            const Vocabulary& vocabulary,
                                            const StatisticsRequest& request);

}  // namespace kiertoon
