#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language.h"

namespace kiertoon {

// How a term follows from a word. Ranking weighs kinds, never strings.
enum class TermKind : std::uint8_t {
  kBaseForm,     // a dictionary form of the whole word: työhyvinvoinnin -> työhyvinvointi
  kWordPart,     // a part of a compound, in base form: työ, hyvinvointi
  kRoot,         // the word a derivation comes from: kehitys -> kehittää
  kStem,         // what a stemmer or the guesser of unknown words leaves: Soitessa -> soite
  kSurfaceForm,  // the word as written, case and accents folded
};

// Snake-case name as in JSON: "base_form".
[[nodiscard]] std::string_view name_of(TermKind kind);

// A term with the place it comes from.
struct Term {
  std::string text;  // folded (see fold()), but abbreviations such as HUS keep their case; terms of
                     // different languages are told apart by `language`
  TermKind kind = TermKind::kBaseForm;
  Language language = Language::kFinnish;
  // Byte offsets into the original text, relative to Token::start: the part of the word this term
  // stands for.
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  // Which of a hyphenated word's parts it stands in: its position is Token::position + offset.
  std::uint32_t offset = 0;

  friend bool operator==(const Term&, const Term&) = default;
};

using TermList = std::vector<Term>;

// The word as written, folded: the text of its term of that kind. Empty when there is none.
[[nodiscard]] std::string_view surface_form(const TermList& terms);

// A word of a text. Offsets are bytes of the original text; nothing in the pipeline changes them.
struct Token {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  // Counts words from 0; a hyphenated word counts once for each of its parts.
  std::uint32_t position = 0;
  std::shared_ptr<const TermList> terms;
};

}  // namespace kiertoon
