#pragma once

#include <vector>

#include "analysis/analyzer.h"
#include "base/error.h"
#include "search/index/snapshot.h"
#include "search/query/search_request.h"
#include "search/query/search_result.h"
#include "search/query/searcher.h"
#include "search/similar/similar_deeds.h"

namespace kiertoon {

// Says what to try where a search found nothing. Not thread-safe: one a thread.
class SearchHelper {
 public:
  // All must outlive this, and be of the same snapshot.
  SearchHelper(const Snapshot& snapshot,
               Searcher& searcher,
               const SimilarDeeds& similar_deeds,
               Analyzer& analyzer);

  // `empty` is the answer to `request`, which has words. Fails where the index cannot be read.
  [[nodiscard]] Expected<SearchHelp> help(const SearchRequest& request, const SearchResult& empty);

 private:
  [[nodiscard]] Expected<std::vector<WordHelp>> words_of(const SearchRequest& request,
                                                         const QueryReading& reading);
  [[nodiscard]] std::vector<FacetValue> themes_of(const std::vector<SimilarDeed>& deeds) const;

  const Snapshot& snapshot_;
  Searcher& searcher_;
  const SimilarDeeds& similar_deeds_;
  Analyzer& analyzer_;
};

}  // namespace kiertoon
