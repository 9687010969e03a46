#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
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

  // The deeds that begin until the next call follow each other from this document number on.
  void begin_part(std::uint32_t first_document);

  // The words added until the next call are of one deed, and of one text.
  void begin_deed();
  void begin_text();

  // A word of `text`, by its number. Words with anything but a space, or one end of a line, between
  // them do not follow each other.
  void add(const Token& token, std::string_view text, std::uint32_t word);

  [[nodiscard]] const std::vector<std::uint32_t>& words() const { return words_; }
  // The document numbers of the deeds, in the order of their borders.
  [[nodiscard]] const std::vector<std::uint32_t>& documents() const { return documents_; }

 private:
  // Beyond these, later deeds are left out: what recurs has recurred by then.
  static constexpr std::size_t kMostWords = std::size_t{64} << 20U;

  std::vector<std::uint32_t> words_;
  std::vector<std::uint32_t> documents_;
  std::uint32_t next_document_ = 1;
  std::size_t end_of_last_ = 0;
};

}  // namespace kiertoon
