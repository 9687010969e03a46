#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/bounded_cache.h"

namespace kiertoon {

// Grades of the documents that were judged for a query, by document id; a grade of 0 or less is not
// relevant.
using Judgements = StringMap<int>;

// Ids in the order of the answer, the best first.
using Ranking = std::span<const std::string>;

// Normalised discounted cumulative gain as trec_eval has it: gain = grade, discount = log2(rank +
// 1), divided by that of the best possible ranking. 0 when nothing is relevant.
[[nodiscard]] double ndcg_at(std::size_t depth, Ranking ranking, const Judgements& judgements);

// Share of the relevant documents among the first `depth`. 0 when nothing is relevant.
[[nodiscard]] double recall_at(std::size_t depth, Ranking ranking, const Judgements& judgements);

// Share of relevant documents in the first `depth` places; a place without a document has none.
[[nodiscard]] double precision_at(std::size_t depth, Ranking ranking, const Judgements& judgements);

// 1 / rank of the first relevant document among the first `depth`; 0 when there is none.
[[nodiscard]] double reciprocal_rank_at(std::size_t depth,
                                        Ranking ranking,
                                        const Judgements& judgements);

// The smallest of the values that at least `share` of them do not exceed (nearest rank); 0 of no
// values. `share` is between 0 and 1.
[[nodiscard]] double percentile(std::vector<double> values, double share);

}  // namespace kiertoon
