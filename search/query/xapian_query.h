#pragma once

#include <vector>

#include <xapian.h>

#include "search/query/word_query.h"

namespace kiertoon {

// Building blocks of Xapian queries. An empty query takes no part in what it is put into.

// Ranks by IneB2, divergence from randomness (Amati, van Rijsbergen: Probabilistic models of
// information retrieval based on measuring the divergence from randomness, TOIS 2002).
[[nodiscard]] Xapian::IneB2Weight weighting_scheme();

[[nodiscard]] Xapian::Query any_of(const std::vector<Xapian::Query>& queries);
[[nodiscard]] Xapian::Query all_of(const std::vector<Xapian::Query>& queries);

[[nodiscard]] Xapian::Query weighted(const Xapian::Query& query, double weight);

// Matches without counting in the ranking.
[[nodiscard]] Xapian::Query as_filter(const Xapian::Query& query);

// Any of the terms, each with its weight.
[[nodiscard]] Xapian::Query from_alternatives(const std::vector<TermAlternative>& alternatives);

// Any of the terms that stand for the whole word.
[[nodiscard]] Xapian::Query whole_words(const std::vector<TermAlternative>& alternatives);

}  // namespace kiertoon
