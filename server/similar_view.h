#pragma once

#include <string>

#include "search/similar/similar_request.h"
#include "search/similar/similar_result.h"

namespace kiertoon {

// The answer of the similar deeds' routes.
[[nodiscard]] std::string similar_json(const SimilarRequest& request, const SimilarResult& result);

}  // namespace kiertoon
