#include "search/query/facet_decider.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "search/index/schema.h"

namespace kiertoon {
namespace {

bool is_in_any(const std::vector<YearRange>& ranges, const std::string& year_text) {
  int year = 0;
  std::from_chars(year_text.data(), year_text.data() + year_text.size(), year);
  return std::any_of(
      ranges.begin(), ranges.end(), [&](const YearRange& range) { return range.contains(year); });
}

}  // namespace

FacetDecider::FacetDecider(const FacetColumns& columns,
                           const Filters& filters,
                           const std::vector<Facet>& counted)
    : columns_(columns), counted_(counted) {
  for (std::size_t i = 0; i < kFacetCount; ++i) {
    const auto facet = static_cast<Facet>(i);
    const bool is_filtered =
        facet == Facet::kYear ? !filters.years.empty() : !filters.of(facet).empty();
    if (is_filtered) {
      filtered_.push_back(compile(facet, filters));
    }
  }
  for (const Facet facet : counted_) {
    counts_.at(index_of(facet)).assign(columns_.values(facet).size(), 0);
  }
}

FacetDecider::Filter FacetDecider::compile(Facet facet, const Filters& filters) const {
  Filter filter{.facet = facet, .is_allowed = {}};
  for (const auto& value : columns_.values(facet)) {
    const auto& wanted = filters.of(facet);
    filter.is_allowed.push_back(
        facet == Facet::kYear ? is_in_any(filters.years, value)
                              : std::find(wanted.begin(), wanted.end(), value) != wanted.end());
  }
  return filter;
}

bool FacetDecider::passes(const Filter& filter, std::uint32_t document) const {
  const auto ordinals = columns_.ordinals(filter.facet, document);
  return std::any_of(ordinals.begin(), ordinals.end(), [&](std::uint32_t ordinal) {
    return filter.is_allowed[ordinal];
  });
}

bool FacetDecider::passes(std::uint32_t document) const {
  return std::all_of(filtered_.begin(), filtered_.end(), [&](const Filter& filter) {
    return passes(filter, document);
  });
}

void FacetDecider::count(Facet facet, std::uint32_t document) const {
  for (const std::uint32_t ordinal : columns_.ordinals(facet, document)) {
    ++counts_.at(index_of(facet))[ordinal];
  }
}

bool FacetDecider::operator()(const Xapian::Document& document) const {
  const std::uint32_t id = document.get_docid();
  std::optional<Facet> failed;
  for (const auto& filter : filtered_) {
    if (passes(filter, id)) {
      continue;
    }
    if (failed) {
      return false;
    }
    failed = filter.facet;
  }
  for (const Facet facet : counted_) {
    if (!failed || failed == facet) {
      count(facet, id);
    }
  }
  return !failed;
}

bool FacetDecider::is_selected(Facet facet, std::size_t ordinal) const {
  return std::any_of(filtered_.begin(), filtered_.end(), [&](const Filter& filter) {
    return filter.facet == facet && filter.is_allowed[ordinal];
  });
}

std::vector<FacetCounts> FacetDecider::counts() const {
  std::vector<FacetCounts> result;
  for (const Facet facet : counted_) {
    FacetCounts counts{.facet = facet, .values = {}};
    const auto& values = columns_.values(facet);
    for (std::size_t ordinal = 0; ordinal < values.size(); ++ordinal) {
      const std::uint32_t count = counts_.at(index_of(facet))[ordinal];
      const bool selected = is_selected(facet, ordinal);
      if (count > 0 || selected) {
        counts.values.push_back({.value = values[ordinal], .count = count, .selected = selected});
      }
    }
    std::sort(
        counts.values.begin(), counts.values.end(), [](const FacetValue& a, const FacetValue& b) {
          return std::tie(b.count, a.value) < std::tie(a.count, b.value);
        });
    result.push_back(std::move(counts));
  }
  return result;
}

}  // namespace kiertoon
