#include "search/words/suggester.h"

#include <chrono>

#include "search/index/xapian_guard.h"
#include "search/words/suggesting.h"

namespace kiertoon {

Suggester::Suggester(const Snapshot& snapshot, Analyzer& analyzer, const Vocabulary& vocabulary)
    : snapshot_(snapshot),
      analyzer_(analyzer),
      vocabulary_(vocabulary),
      names_(snapshot, vocabulary),
      database_(snapshot.open_database()),
      documents_(database_) {}

Expected<SuggestResult> Suggester::suggest(const SuggestRequest& request) {
  return guard_xapian("the text cannot be completed", [&] {
    const auto begun = std::chrono::steady_clock::now();
    SuggestResult result;
    result.suggestions = Suggesting({.snapshot = snapshot_,
                                     .analyzer = analyzer_,
                                     .vocabulary = vocabulary_,
                                     .documents = documents_,
                                     .names = names_,
                                     .database = database_},
                                    request)
                             .run();
    result.generation = snapshot_.generation();
    result.took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - begun);
    return result;
  });
}

}  // namespace kiertoon
