#pragma once

#include <string>
#include <string_view>

#include "analysis/token.h"

namespace kiertoon {

// A word of a query, as written, and the terms the analyzer found in it. Both must outlive it.
struct SourceWord {
  std::string_view text;
  const TermList* terms = nullptr;
};

// The word as dictionaries are asked for it: normalised, folded, no hyphens at its ends, of at most
// 100 bytes as written.
[[nodiscard]] std::string dictionary_key(std::string_view word);

}  // namespace kiertoon
