#include "search/query/query_combination.h"

#include <cstddef>
#include <string>

#include "search/query/xapian_query.h"

namespace kiertoon {
namespace {

using Query = Xapian::Query;

constexpr std::size_t kMostWordsNear = 6;  // of longer questions the words need not stand close
constexpr std::size_t kNearWindow = 5;     // other words that may stand between

Query nearness(const std::vector<Query>& words) {
  if (words.size() < 2 || words.size() > kMostWordsNear) {
    return {};
  }
  const auto window = static_cast<Xapian::termcount>(words.size() + kNearWindow);
  return Query(Query::OP_NEAR, words.begin(), words.end(), window);
}

// Deeds that have what was recognised come first; a query of nothing else finds all of them.
Query raised(const Query& wanted, const QueryParts& parts, double weight) {
  std::vector<Query> raising;
  for (const auto& name : parts.recognised) {
    const Query added((new Xapian::FixedWeightPostingSource(weight))->release());
    raising.emplace_back(Query::OP_FILTER, added, name);
  }
  if (raising.empty()) {
    return wanted;
  }
  return {parts.is_all_recognised ? Query::OP_OR : Query::OP_AND_MAYBE, wanted, any_of(raising)};
}

}  // namespace

Query combine(const QueryParts& parts, const CombinationWeights& weights) {
  Query wanted = any_of(parts.optional);
  if (const Query near = nearness(parts.near); !near.empty()) {
    wanted = Query(Query::OP_OR, wanted, weighted(near, weights.nearness));
  }
  wanted = raised(wanted, parts, weights.recognised);
  if (!parts.required.empty()) {
    const Query required = all_of(parts.required);
    wanted = wanted.empty() ? required : Query(Query::OP_AND_MAYBE, required, wanted);
  }
  if (wanted.empty()) {
    // Not Query::MatchAll, whose reference count is not safe between threads.
    wanted = Query(std::string());
  }
  return parts.excluded.empty() ? wanted : Query(Query::OP_AND_NOT, wanted, any_of(parts.excluded));
}

}  // namespace kiertoon
