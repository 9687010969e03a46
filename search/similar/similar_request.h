#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/query/search_request.h"

namespace kiertoon {

// Whether deeds of the same organisations as the given ones may answer.
enum class OwnOrganisation { kExcluded, kIncluded };

// Whether deeds that are no nearer than chance brings together may answer.
enum class Distance { kCloseOnly, kAny };

inline constexpr std::size_t kMaxSimilarDeeds = 50;
inline constexpr std::size_t kMaxSimilarIds = 100;
inline constexpr std::size_t kMaxSimilarTextBytes = std::size_t{64} * 1024;

// Which deeds are wanted: those like the deeds of `ids`, like `text`, or like both together. Valid
// when one of the two is given, limit is 1 to kMaxSimilarDeeds, diversity 0 to 1.
struct SimilarRequest {
  std::vector<std::string> ids;
  std::string text;  // in one's own words; its language is detected
  Filters filters;
  std::size_t limit = 10;
  OwnOrganisation own_organisation = OwnOrganisation::kExcluded;
  std::size_t max_per_organisation = 2;  // 0: any number; a joint deed counts for all its own
  // 0: the nearest deeds; towards 1, deeds that are unlike those already chosen (maximal marginal
  // relevance: Carbonell, Goldstein, SIGIR 1998).
  double diversity = 0.0;
  Distance distance = Distance::kCloseOnly;
};

}  // namespace kiertoon
