#pragma once

#include <cstddef>
#include <vector>

#include "analysis/language.h"
#include "search/query/search_result.h"

namespace kiertoon {

// Which languages the deeds of an index are in, as far as queries are concerned.
struct IndexLanguages {
  // Worth translating a query into. A few strays are not: their rare words would outweigh those of
  // all other deeds.
  std::vector<Language> represented;
  // A query in one of them has an answer of its own, to which translations are an addition.
  std::vector<Language> common;

  [[nodiscard]] bool is_represented(Language language) const;
  [[nodiscard]] bool is_common(Language language) const;
};

// From the values of the facet kLanguage over all deeds.
[[nodiscard]] IndexLanguages index_languages(const FacetCounts& counts, std::size_t deeds);

}  // namespace kiertoon
