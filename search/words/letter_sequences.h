#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "search/words/word_list.h"

namespace kiertoon {

// Which runs of four letters the words of a list have, their beginnings and ends included. A string
// with a run that no word has is hardly a form of one of them: asking here takes a thousandth of
// what it takes to analyse the string. Takes 512 KiB. Immutable once made, so thread-safe.
class LetterSequences {
 public:
  LetterSequences() = default;  // of no words
  explicit LetterSequences(const WordList& words);

  // Whether each run of four letters is one of the list's; now and then also of others (a hash
  // decides).
  [[nodiscard]] bool has_all_of(std::string_view folded) const;

 private:
  std::vector<std::uint64_t> bits_;
};

}  // namespace kiertoon
