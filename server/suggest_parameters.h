#pragma once

#include <string>

#include "search/deed/vocabulary.h"
#include "search/words/suggest_request.h"
#include "server/parameters.h"

namespace kiertoon {

// GET /suggest, parsed and valid. `q` may be longer than a search takes: nothing completes it.
[[nodiscard]] Valid<SuggestRequest> parse_suggest_query(const Parameters& parameters,
                                                        const Vocabulary& vocabulary);

// GET /opensearch/suggest, which browsers call: `q` and `lang` alone.
[[nodiscard]] Valid<SuggestRequest> parse_opensearch_suggest_query(const Parameters& parameters);

// The same text for two requests exactly when they ask for the same answer.
[[nodiscard]] std::string canonical(const SuggestRequest& request);

}  // namespace kiertoon
