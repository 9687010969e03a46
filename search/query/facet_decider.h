#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <xapian.h>

#include "search/index/facet_columns.h"
#include "search/query/search_request.h"
#include "search/query/search_result.h"

namespace kiertoon {

// Lets the documents through that pass all filters, and counts facet values on the way: a document
// counts for a facet when it passes the filters of all other facets, so that a facet's own filter
// does not narrow its own counts. For one search, in one thread; `columns` must outlive it.
class FacetDecider final : public Xapian::MatchDecider {
 public:
  FacetDecider(const FacetColumns& columns,
               const Filters& filters,
               const std::vector<Facet>& counted);

  // Called by Xapian for each document that matches the query.
  bool operator()(const Xapian::Document& document) const override;

  // Whether a document passes all filters; counts nothing.
  [[nodiscard]] bool passes(std::uint32_t document) const;

  [[nodiscard]] bool has_filters() const { return !filtered_.empty(); }

  // Counts after the search, in the order of `counted`.
  [[nodiscard]] std::vector<FacetCounts> counts() const;

 private:
  struct Filter {
    Facet facet = Facet::kTheme;
    std::vector<bool> is_allowed;  // by ordinal
  };

  [[nodiscard]] Filter compile(Facet facet, const Filters& filters) const;
  [[nodiscard]] bool passes(const Filter& filter, std::uint32_t document) const;
  void count(Facet facet, std::uint32_t document) const;
  [[nodiscard]] bool is_selected(Facet facet, std::size_t ordinal) const;

  const FacetColumns& columns_;
  std::vector<Filter> filtered_;
  std::vector<Facet> counted_;
  // Xapian's interface is const; the counts are what this object is for.
  mutable std::array<std::vector<std::uint32_t>, kFacetCount> counts_;  // by ordinal
};

}  // namespace kiertoon
