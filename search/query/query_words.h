#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"

namespace kiertoon {

// A word of a query that somebody may have misspelt.
struct QueryWord {
  std::size_t start = 0;  // bytes of the query
  std::size_t end = 0;
  std::string folded;
  std::string whole;          // folded too: the hyphenated word it is a part of, or the word itself
  bool has_capital = false;   // at its beginning
  bool follows_word = false;  // but for a space, it and the word before would be one
};

// The words that a query wants found: of plain text, phrases and fields; not what it excludes, not
// beginnings ("hyvinv*"), values of facets and years. Parts of a hyphenated word stand by
// themselves, and of "HUS:n" the ending is left out. In the order of the text.
[[nodiscard]] std::vector<QueryWord> query_words(std::string_view text, Analyzer& analyzer);

}  // namespace kiertoon
