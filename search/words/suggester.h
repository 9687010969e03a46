#pragma once

#include <xapian.h>

#include "base/error.h"
#include "search/index/snapshot.h"
#include "search/query/query_plans.h"
#include "search/query/search_tools.h"
#include "search/words/query_documents.h"
#include "search/words/suggest_names.h"
#include "search/words/suggest_request.h"
#include "search/words/suggest_result.h"

namespace kiertoon {

// Completes what somebody types, over one snapshot. Not thread-safe: one a thread, with a database
// and an analyzer of its own.
class Suggester {
 public:
  // All must outlive the suggester. Throws what Xapian throws.
  Suggester(const Snapshot& snapshot, const SearchTools& tools);

  // Words, phrases, organisations, themes and deeds, of each kind a share of the limit at first;
  // what a kind leaves goes to the others. Each has deeds in common with the filters and with the
  // words before the one that is typed; those without a typing error come first. No input fails but
  // for an index that cannot be read.
  [[nodiscard]] Expected<SuggestResult> suggest(const SuggestRequest& request);

 private:
  const Snapshot& snapshot_;
  SearchTools tools_;
  SuggestNames names_;
  Xapian::Database database_;
  QueryPlans plans_;
  QueryDocuments documents_;
};

}  // namespace kiertoon
