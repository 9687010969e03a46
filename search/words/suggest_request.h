#pragma once

#include <cstddef>
#include <string>

#include "analysis/language.h"
#include "search/query/search_request.h"

namespace kiertoon {

inline constexpr std::size_t kMaxSuggestions = 20;

// What somebody has typed so far, and in which deeds they look. Any text; beyond
// kMaxQueryCharacters nothing completes it.
struct SuggestRequest {
  std::string text;  // in the query language; empty: what is common
  Filters filters;
  std::size_t limit = 8;                 // at most kMaxSuggestions
  Language labels = Language::kFinnish;  // of themes and organisations, where several names match
};

}  // namespace kiertoon
