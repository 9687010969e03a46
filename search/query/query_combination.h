#pragma once

#include <vector>

#include <xapian.h>

namespace kiertoon {

// How words work together. Tuned as KindWeights are.
struct CombinationWeights {
  double nearness = 0.3;    // words close to each other, as a share of their own weights
  double aside = 0.25;      // words in parentheses
  double recognised = 4.0;  // what a recognised name adds to the deeds that have it
};

// What a query asks for, clause by clause.
struct QueryParts {
  std::vector<Xapian::Query> optional;  // one of them is enough
  std::vector<Xapian::Query> required;
  std::vector<Xapian::Query> excluded;
  std::vector<Xapian::Query> near;        // words that had better stand close to each other
  std::vector<Xapian::Query> recognised;  // filters that the query names
  bool is_all_recognised = false;         // it names nothing else
};

// The query that the parts are together. Without any operand it finds every deed.
[[nodiscard]] Xapian::Query combine(const QueryParts& parts, const CombinationWeights& weights);

}  // namespace kiertoon
