#pragma once

#include <string>

#include "search/words/suggest_request.h"
#include "search/words/suggest_result.h"

namespace kiertoon {

// The answer of GET /suggest.
[[nodiscard]] std::string suggest_json(const SuggestRequest& request, const SuggestResult& result);

// The answer of GET /opensearch/suggest: the text, and what it can be completed to as a text
// (OpenSearch Suggestions 1.1).
[[nodiscard]] std::string opensearch_suggest_json(const SuggestRequest& request,
                                                  const SuggestResult& result);

}  // namespace kiertoon
