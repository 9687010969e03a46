#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/token.h"

namespace kiertoon {

// Notes which words follow each other in the deeds that one thread indexes, as numbers: four bytes
// a word. What phrases are found in afterwards. Not thread-safe.
class PhraseCounter {
 public:
  // Words at and above these are no words.
  static constexpr std::uint32_t kDeedBorder = 0x7FFF'FFFF;
  static constexpr std::uint32_t kBorder = 0x7FFF'FFFE;
  // Set in a word that a hyphen follows: the first of "sosiaali- ja terveyspalvelut".
  static constexpr std::uint32_t kSuspended = 0x8000'0000;

  // The words added until the next call are of one deed, and of one text.
  void begin_deed();
  void begin_text();

  // A word of `text`, by its number. Words with anything but a space, or one end of a line, between
  // them do not follow each other.
  void add(const Token& token, std::string_view text, std::uint32_t word);

  [[nodiscard]] std::vector<std::uint32_t> take() && { return std::move(words_); }

 private:
  // Beyond these, later deeds are left out: what recurs has recurred by then.
  static constexpr std::size_t kMostWords = std::size_t{64} << 20U;

  std::vector<std::uint32_t> words_;
  std::size_t end_of_last_ = 0;
};

}  // namespace kiertoon
