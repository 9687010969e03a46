#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "search/deed/facet.h"
#include "search/query/search_request.h"

namespace Xapian {
class Database;
}

namespace kiertoon {

// The facet values of every deed of a generation, in memory: filters and exact counts cost a few
// nanoseconds a deed here, where reading the index's values would cost microseconds. Immutable once
// loaded, so thread-safe.
class FacetColumns {
 public:
  // Throws what Xapian throws.
  [[nodiscard]] static FacetColumns load(const Xapian::Database& database);

  // Distinct values of a facet; a value's index is its ordinal.
  [[nodiscard]] const std::vector<std::string>& values(Facet facet) const {
    return column(facet).values;
  }

  // Ordinals of the values a document has.
  [[nodiscard]] std::span<const std::uint32_t> ordinals(Facet facet, std::uint32_t document) const;

 private:
  struct Column {
    std::vector<std::string> values;
    std::vector<std::uint32_t> offsets;  // of document d: [offsets[d], offsets[d + 1])
    std::vector<std::uint32_t> ordinals;
  };

  [[nodiscard]] const Column& column(Facet facet) const { return columns_.at(index_of(facet)); }
  [[nodiscard]] static Column load_column(const Xapian::Database& database, Facet facet);

  std::array<Column, kFacetCount> columns_;
};

}  // namespace kiertoon
