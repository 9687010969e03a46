#pragma once

#include <string>
#include <string_view>

#include "search/deed/vocabulary.h"
#include "search/similar/similar_request.h"
#include "server/parameters.h"

namespace kiertoon {

// GET /deeds/{id}/similar, parsed and valid.
[[nodiscard]] Valid<SimilarRequest> parse_similar_query(std::string_view id,
                                                        const Parameters& parameters,
                                                        const Vocabulary& vocabulary);

// POST /similar: what the deeds shall be like comes in the body, {"text": "...", "ids": ["..."]},
// all else in the parameters. Fails at the first field that is unknown or not what it should be.
[[nodiscard]] Valid<SimilarRequest> parse_similar_body(std::string_view body,
                                                       const Parameters& parameters,
                                                       const Vocabulary& vocabulary);

// The same text for two requests exactly when they ask for the same answer.
[[nodiscard]] std::string canonical(const SimilarRequest& request);

}  // namespace kiertoon
