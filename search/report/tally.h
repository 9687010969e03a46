#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/deed_facts.h"
#include "search/report/period.h"

namespace kiertoon {

inline constexpr std::size_t kOrganisationTypeCount = 5;

// Things counted by values; see Breakdown for what holds.
struct Counter {
  std::map<std::string, std::size_t, std::less<>> counts;
  std::size_t total = 0;
  std::size_t without = 0;
  std::size_t several = 0;
  std::size_t counted_again = 0;

  // Counts one thing. A value that is there twice is one value; empty ones are none.
  void add(std::vector<std::string_view> values);
  [[nodiscard]] std::size_t of(std::string_view value) const;
};

struct OrganisationTally {
  std::string slug;
  std::string name;  // as its first deed gives it
  std::size_t deeds = 0;
  std::array<std::size_t, kOrganisationTypeCount> deeds_by_type{};

  // The type most of its deeds give; of equally many the first in the order of the enumeration.
  [[nodiscard]] OrganisationType type() const;
  [[nodiscard]] bool has_contradicting_types() const;
};

// The deeds of one period, counted by the rules of Statistics.
struct Tally {
  std::size_t deeds = 0;
  std::size_t joint_deeds = 0;
  std::size_t participations = 0;
  std::size_t partners = 0;
  std::size_t contradicting_types = 0;
  std::size_t awarded_deeds = 0;
  std::size_t finalists = 0;
  std::size_t awards = 0;
  std::size_t awards_of_other_years = 0;
  std::size_t awards_outside = 0;  // of periods of whole years
  std::optional<std::chrono::year> first_year;
  std::optional<std::chrono::year> last_year;

  Counter by_year;
  Counter by_month;
  Counter by_programme;
  Counter by_organisation_type;
  Counter by_theme;
  Counter by_sector;
  Counter by_language;
  Counter organisations_by_type;
  Counter awards_by_kind;
  Counter awards_by_theme;
  Counter awards_by_category;

  // By slug, or by name where the name has no letter that a slug can have.
  std::map<std::string, OrganisationTally, std::less<>> organisations;
};

// "2021" and "2021-09".
[[nodiscard]] std::string value_of(std::chrono::year year);
[[nodiscard]] std::string value_of(std::chrono::year_month month);

[[nodiscard]] Tally count_deeds(const std::vector<const DeedFacts*>& deeds, const Period& period);

}  // namespace kiertoon
