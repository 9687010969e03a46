#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include <xapian.h>

#include "base/bounded_cache.h"
#include "search/index/snapshot.h"
#include "search/query/database_terms.h"
#include "search/query/expansion_planner.h"
#include "search/query/index_languages.h"
#include "search/query/name_terms.h"
#include "search/query/query_planner.h"
#include "search/query/search_request.h"
#include "search/query/search_tools.h"

namespace kiertoon {

// The plans of queries to one index. Remembers, within bounds, those it was asked lately: who looks
// further asks the same words again, for another page or with another filter. Not thread-safe, nor
// are the plans: one a thread.
class QueryPlans {
 public:
  // All must outlive this.
  QueryPlans(const Snapshot& snapshot,
             const SearchTools& tools,
             const Xapian::Database& database,
             ExpansionQueries expansion_queries);

  // Never null. Throws what Xapian throws.
  [[nodiscard]] std::shared_ptr<const QueryPlan> plan(std::string_view text,
                                                      Interpretation interpretation);

  [[nodiscard]] const IndexTerms& terms() const { return terms_; }

 private:
  // Anybody can ask: what is remembered takes some 3 KiB a plan, and no more than 20.
  static constexpr std::size_t kMostPlans = 2048;
  static constexpr std::size_t kLongestText = 100;  // bytes
  static constexpr std::size_t kMostTerms = 64;     // that may meet the words

  [[nodiscard]] static bool is_small(std::string_view text, const QueryPlan& plan);

  const Snapshot& snapshot_;
  SearchTools tools_;
  IndexLanguages languages_;
  DatabaseTerms terms_;
  NameTerms names_;
  ExpansionPlanner expansions_;
  BoundedCache<std::shared_ptr<const QueryPlan>> plans_{kMostPlans};
};

}  // namespace kiertoon
