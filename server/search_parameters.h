#pragma once

#include <cstddef>
#include <string>

#include "analysis/language.h"
#include "search/deed/vocabulary.h"
#include "search/query/search_request.h"
#include "server/parameters.h"

namespace kiertoon {

// GET /deeds, parsed and valid.
struct DeedsQuery {
  SearchRequest request;
  Language labels = Language::kFinnish;  // of the facets' labels
  std::size_t page = 1;
  std::size_t per_page = 20;
};

// What a route takes where a request does not say.
struct DeedsDefaults {
  SortOrder sort = SortOrder::kRelevance;
  std::size_t per_page = 20;
};

// Fails at the first parameter that is unknown, given twice, or not a value the API takes.
[[nodiscard]] Valid<DeedsQuery> parse_deeds_query(const Parameters& parameters,
                                                  const Vocabulary& vocabulary,
                                                  const DeedsDefaults& defaults = {});

// The filters alone (theme, sector, ..., year), for the routes that share them.
[[nodiscard]] Valid<Filters> parse_filters(const Parameters& parameters,
                                           const Vocabulary& vocabulary);

// `fi`, `sv` or `en` of the parameter `name`; `absent` when it is not given.
[[nodiscard]] Valid<Language> read_language(const Parameters& parameters,
                                            std::string_view name,
                                            Language absent);

// The same text for two filters exactly when they let the same deeds through for the same reasons.
[[nodiscard]] std::string canonical(const Filters& filters);

// The same text for two queries exactly when they ask for the same answer, whatever the order of
// their parameters.
[[nodiscard]] std::string canonical(const DeedsQuery& query);

}  // namespace kiertoon
