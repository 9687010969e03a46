#include "search/words/suggester.h"

#include <chrono>

#include "search/index/xapian_guard.h"
#include "search/words/suggesting.h"

namespace kiertoon {

Suggester::Suggester(const Snapshot& snapshot, const SearchTools& tools)
    : snapshot_(snapshot),
      tools_(tools),
      names_(snapshot, tools.vocabulary),
      database_(snapshot.open_database()),
      plans_(snapshot, tools, database_, ExpansionQueries::kTerms),
      documents_(database_, snapshot.common_terms()) {}

Expected<SuggestResult> Suggester::suggest(const SuggestRequest& request) {
  return guard_xapian("the text cannot be completed", [&] {
    const auto begun = std::chrono::steady_clock::now();
    SuggestResult result;
    result.suggestions = Suggesting({.snapshot = snapshot_,
                                     .search = tools_,
                                     .documents = documents_,
                                     .names = names_,
                                     .plans = plans_},
                                    request)
                             .run();
    result.generation = snapshot_.generation();
    result.took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - begun);
    return result;
  });
}

}  // namespace kiertoon
