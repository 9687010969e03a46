#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "search/deed/facet.h"

namespace kiertoon {

// Years from `first` to `last`, both included; an absent end is open.
struct YearRange {
  std::optional<int> first;
  std::optional<int> last;

  [[nodiscard]] bool contains(int year) const {
    return (!first || *first <= year) && (!last || year <= *last);
  }
};

// Reads "2021", "2021..2024", "2021.." or "..2024" (years of four digits); nothing for anything
// else.
[[nodiscard]] std::optional<YearRange> parse_year_range(std::string_view text);

// Which deeds may answer: within a facet any of the values, between facets all. Values are slugs;
// the facet kYear is filtered by `years` alone.
struct Filters {
  std::array<std::vector<std::string>, kFacetCount> values;
  std::vector<YearRange> years;

  [[nodiscard]] const std::vector<std::string>& of(Facet facet) const {
    return values.at(index_of(facet));
  }
  [[nodiscard]] std::vector<std::string>& of(Facet facet) { return values.at(index_of(facet)); }
  [[nodiscard]] bool empty() const;
};

enum class SortOrder { kRelevance, kNewest, kOldest, kTitle };

// kExact takes the words of the query as they are: no corrections, synonyms or translations.
enum class Interpretation { kHelpful, kWithoutTranslation, kExact };

// How much of each hit is wanted: identity and score alone are what a ranking experiment needs.
enum class HitDetail { kFull, kIdentity };

inline constexpr std::size_t kMaxQueryCharacters = 1000;
inline constexpr std::size_t kMaxHitsPerPage = 100;
inline constexpr std::size_t kMaxReachableHits = 10'000;

// A search, parsed and valid: offset + limit <= kMaxReachableHits, limit <= kMaxHitsPerPage, text
// valid UTF-8.
struct SearchRequest {
  std::string text;  // in the query language; empty: all deeds
  Filters filters;
  SortOrder sort = SortOrder::kRelevance;
  std::size_t offset = 0;
  std::size_t limit = 20;
  std::vector<Facet> facets;  // whose counts are wanted
  Interpretation interpretation = Interpretation::kHelpful;
  HitDetail detail = HitDetail::kFull;
};

}  // namespace kiertoon
