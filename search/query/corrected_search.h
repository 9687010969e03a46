#pragma once

#include <vector>

#include "analysis/analyzer.h"
#include "base/error.h"
#include "search/index/snapshot.h"
#include "search/query/query_reading.h"
#include "search/query/search_request.h"
#include "search/query/search_result.h"
#include "search/query/searcher.h"
#include "search/words/corrector.h"

namespace kiertoon {

// Searches for what a query means where its words are misspelt. Words that the index has are left
// alone, and no correction loses a deed that they find:
// - sure corrections of words that the index does not have, and that are not understood otherwise
//   (by synonyms, or as words of another language), are applied, when they find something
//   and not fewer deeds than the other words alone, else offered where they lose nothing;
// - when nothing is found, doubtful corrections that find something are applied, and words of the
//   index that are wrongly split are joined;
// - when little is found, all corrections are offered that would find more: a word of the language
//   that no deed has is never changed unasked.
// Not thread-safe: one a thread.
class CorrectedSearch {
 public:
  // All must outlive this. `searcher` searches `snapshot`.
  CorrectedSearch(const Snapshot& snapshot,
                  Searcher& searcher,
                  const KnownWords& names,
                  Analyzer& analyzer);

  // As Searcher::search(), with the correction in SearchResult::reading.
  [[nodiscard]] Expected<SearchResult> search(const SearchRequest& request);

 private:
  using Corrections = std::vector<TextCorrection>;

  [[nodiscard]] Expected<SearchResult> run(const SearchRequest& request);
  [[nodiscard]] Expected<Corrections> corrections_of(const SearchRequest& request);
  // What to try when nothing is found.
  [[nodiscard]] Expected<Corrections> last_resort(const SearchRequest& request,
                                                  const Corrections& corrections);
  [[nodiscard]] Expected<SearchResult> run_with_sure(const SearchRequest& request,
                                                     const Corrections& sure,
                                                     SearchResult result);
  // The result with the corrections offered, when they would find more.
  [[nodiscard]] Expected<SearchResult> offer(const SearchRequest& request,
                                             const Corrections& corrections,
                                             SearchResult result);
  [[nodiscard]] Expected<SearchResult> apply_to(const SearchRequest& request,
                                                const Corrections& corrections);
  [[nodiscard]] Expected<std::size_t> count(const SearchRequest& request, std::string text);

  Searcher& searcher_;
  Analyzer& analyzer_;
  Corrector corrector_;
};

}  // namespace kiertoon
