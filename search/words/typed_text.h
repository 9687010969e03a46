#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/schema.h"

namespace kiertoon {

// Words at the end of a text that may be the beginning of something longer.
struct TypedTail {
  std::size_t start = 0;  // byte of the text at which its first word begins, behind operators
  std::size_t clause_start = 0;  // the same with operators
  std::string key;               // completion_key() of all from `start`
  bool is_one_word = false;
};

// What somebody has typed so far, in the query language.
struct TypedText {
  // From the longest tail to the last word alone. None when what stands at the end cannot be
  // completed: a finished phrase, a year, an operator.
  std::vector<TypedTail> tails;
  std::vector<std::string_view> context;  // the clauses before the last word, each as typed
  bool is_excluded = false;               // the last word: "-tyo"
  bool is_quoted = false;                 // in a phrase that is not finished: "\"varhaisen tu"
  std::string_view quoted;                // its words before the last one
  std::optional<TextField> field;         // the last word is limited to: "otsikko:eta"
};

inline constexpr std::size_t kMostTailWords = 4;
inline constexpr std::string_view kWhiteSpace = " \t\n\r\f\v";  // as the query language has it

// Takes any bytes. The result points into `text`.
[[nodiscard]] TypedText read_typed_text(std::string_view text);

}  // namespace kiertoon
