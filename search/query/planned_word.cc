#include "search/query/planned_word.h"

#include <algorithm>
#include <utility>

namespace kiertoon {
namespace {

bool is_surer(const std::vector<TermAlternative>& a, const std::vector<TermAlternative>& b) {
  return !a.empty() && !b.empty() && a.front().kind < b.front().kind;
}

}  // namespace

void add_planned_word(std::vector<PlannedWord>& words, PlannedWord added) {
  const auto known = std::find_if(
      words.begin(), words.end(), [&](const PlannedWord& it) { return it.word == added.word; });
  if (known == words.end()) {
    words.push_back(std::move(added));
    return;
  }
  if (is_surer(added.alternatives, known->alternatives)) {
    std::swap(added.alternatives, known->alternatives);
  }
  for (auto& alternative : added.alternatives) {
    const auto same = std::find_if(
        known->alternatives.begin(), known->alternatives.end(), [&](const TermAlternative& it) {
          return it.term == alternative.term;
        });
    if (same == known->alternatives.end()) {
      known->alternatives.push_back(std::move(alternative));
    } else if (alternative.kind < same->kind) {
      *same = std::move(alternative);
    }
  }
  for (auto& phrase : added.phrases) {
    const bool is_there =
        std::any_of(known->phrases.begin(), known->phrases.end(), [&](const PlannedPhrase& it) {
          return it.name == phrase.name;
        });
    if (!is_there) {
      known->phrases.push_back(std::move(phrase));
    }
  }
}

}  // namespace kiertoon
