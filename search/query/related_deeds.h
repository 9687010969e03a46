#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "search/query/planned_word.h"
#include "search/similar/similarity_model.h"

namespace kiertoon {

// Deeds that speak of what the words of a query speak of without having any of them: the nearest
// ones in the latent space, if near enough, best first. `may_answer` leaves out those that have a
// word. None without a latent space.
[[nodiscard]] std::vector<ScoredDeed> related_deeds(
    const SimilarityModel& model,
    const std::vector<PlannedWord>& words,
    std::size_t count,
    const std::function<bool(std::uint32_t)>& may_answer);

}  // namespace kiertoon
