#pragma once

#include <cstddef>

#include <xapian.h>

namespace kiertoon {

// Most deeds that found_deeds() keeps of a query.
inline constexpr std::size_t kMostFoundDeeds = 1024;

// Runs the query, ranked as searches are, and returns one that holds what it found: the same deeds
// with the same weights, without opening a posting list, wherever it stands in another query. Where
// it finds more than kMostFoundDeeds, the query itself; where it finds nothing, an empty query. The
// result belongs to the thread and to the state of the database. Throws what Xapian throws.
[[nodiscard]] Xapian::Query found_deeds(const Xapian::Database& database,
                                        const Xapian::Query& query);

}  // namespace kiertoon
