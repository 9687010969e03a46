#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "search/index/deed_facts.h"
#include "search/similar/closeness.h"

namespace kiertoon {

struct SimilarDeed {
  DeedFacts facts;
  std::vector<Segment> snippet;  // the passage with most of the shared words, marked
  // 0 to 1, comparable between requests: see closeness_of().
  double similarity = 0.0;
  Closeness closeness = Closeness::kLooselyRelated;
  // Why: words both have, as this deed writes them, most telling first; at most
  // kMaxSharedWords.
  std::vector<std::string> shared_words;
  std::vector<std::string> shared_themes;  // slugs
  // The given deed that is nearly the same text.
  std::optional<std::string> duplicate_of;
  // Ids of deeds that are nearly the same text as this one, and are left out of the list for it.
  std::vector<std::string> duplicates;
};

inline constexpr std::size_t kMaxSharedWords = 6;

struct SimilarResult {
  std::vector<SimilarDeed> deeds;  // nearest first, unless diversity is wanted
  std::string generation;          // of the index that answered
  std::chrono::microseconds took{0};
};

}  // namespace kiertoon
