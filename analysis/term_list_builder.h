#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analysis/token.h"

namespace kiertoon {

// Collects the terms of one word, and translates places in the normalised word into byte offsets of
// the original.
class TermListBuilder {
 public:
  // `original` as it stands in the text, `normalised` as normalise() leaves it. Both must outlive
  // the builder.
  TermListBuilder(std::string_view original, std::string_view normalised);

  // Adds a term that stands for the characters [begin, end) of the normalised word. When
  // normalising changed the word, the place is the whole word.
  void add(std::string_view text, TermKind kind, std::uint32_t begin, std::uint32_t end);

  // Adds a term for the whole word.
  void add(std::string_view text, TermKind kind, Language language = Language::kFinnish);

  [[nodiscard]] bool has(std::string_view text, TermKind kind) const;

  // Sorted by kind, then text, each (text, kind, language) once; terms too long for an index are
  // cut.
  [[nodiscard]] TermList take();

 private:
  std::string_view original_;
  std::string_view normalised_;
  TermList terms_;

  [[nodiscard]] std::uint32_t to_bytes(std::uint32_t character) const;
  [[nodiscard]] std::uint32_t hyphens_before(std::uint32_t byte) const;
};

}  // namespace kiertoon
