#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/token.h"

namespace kiertoon {

// A word inside a word: a compound part or the root of a derivation.
struct WordPart {
  std::string text;  // base form, in its usual case
  TermKind kind = TermKind::kWordPart;
  // Code points of the analysed form that the part covers; the whole word when that is not known.
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// One way to understand a word form.
struct WordReading {
  std::string base;  // base form in its usual case: "Liminka", "työhyvinvointi"
  std::vector<WordPart> parts;
};

}  // namespace kiertoon
