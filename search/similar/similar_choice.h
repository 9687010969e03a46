#pragma once

#include <cstdint>
#include <vector>

#include "search/index/facet_columns.h"
#include "search/similar/similar_request.h"
#include "search/similar/similarity_model.h"

namespace kiertoon {

// A deed of the list, and those that are nearly the same text and left out for it.
struct ChosenDeed {
  ScoredDeed deed;
  std::vector<std::uint32_t> duplicates;
};

// Chooses the deeds to show from the nearest ones (best first): near-duplicates folded together,
// not more of an organisation than wanted, and as unlike each other as `diversity` asks for.
[[nodiscard]] std::vector<ChosenDeed> choose_deeds(const std::vector<ScoredDeed>& nearest,
                                                   const SimilarityModel& model,
                                                   const FacetColumns& columns,
                                                   const SimilarRequest& request);

}  // namespace kiertoon
