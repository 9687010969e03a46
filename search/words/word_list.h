#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language.h"
#include "base/error.h"

namespace kiertoon {

// A word that deeds have, as it is counted.
struct CountedWord {
  std::string folded;  // see fold()
  std::string word;    // as it reads well: names and abbreviations with their capitals
  Language language = Language::kFinnish;
  std::uint32_t deeds = 0;           // that write the word in this form
  std::uint32_t base_deeds = 0;      // that have it in any form; 0: it is no base form
  std::vector<std::uint32_t> bases;  // its base forms, by their place among all counted words
};

// A word of the list. Points into the list.
struct ListedWord {
  std::string_view folded;
  std::string_view word;
  Language language = Language::kFinnish;
  std::uint32_t deeds = 0;
  std::uint32_t base_deeds = 0;

  // Deeds that a search for the word finds by its base form, or by the form alone.
  [[nodiscard]] std::uint32_t frequency() const { return base_deeds > 0 ? base_deeds : deeds; }
};

// The words of an index: every form that its deeds write, and every base form of these, with the
// number of deeds that have it. What corrections and completions are made from. Words are numbered
// from 0 in the order of their folded forms (by bytes), then of languages. Takes some 35 bytes a
// word. Immutable once made, so thread-safe.
class WordList {
 public:
  using Number = std::uint32_t;

  // Longer words (in bytes) are nobody's to complete or correct, and are not listed; nor are those
  // without a letter.
  static constexpr std::size_t kLongestWord = 80;

  WordList() = default;  // of no words

  // `words` in any order, each pair of folded form and language once. `deed_count`: deeds they were
  // counted in.
  [[nodiscard]] static WordList of(const std::vector<CountedWord>& words, std::size_t deed_count);

  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] std::size_t deed_count() const { return deed_count_; }

  [[nodiscard]] ListedWord operator[](Number number) const;
  // The folded form alone.
  [[nodiscard]] std::string_view folded(Number number) const;

  // Numbers of the base forms of a word; none for a word the analyzer only guesses at, and for
  // Swedish and English ones. A base form is one of its own base forms where it is written at all.
  [[nodiscard]] std::span<const Number> bases(Number number) const;

  // Of several base forms the one that most deeds have, or else write; nothing when there is none.
  [[nodiscard]] std::optional<Number> likeliest_base(Number number) const;

  // Numbers from `first` up to, not including, `last`.
  struct Range {
    Number first = 0;
    Number last = 0;
    [[nodiscard]] bool empty() const { return first == last; }
  };
  // The words whose folded form is `folded`, one a language.
  [[nodiscard]] Range find(std::string_view folded) const;
  // The words whose folded form begins with `prefix`.
  [[nodiscard]] Range beginning_with(std::string_view prefix) const;

  [[nodiscard]] bool contains(std::string_view folded) const { return !find(folded).empty(); }
  // The highest ListedWord::frequency() of them; 0 when there is none.
  [[nodiscard]] std::uint32_t deeds_with(std::string_view folded) const;

  // Bytes for a file, and back. Fails with kVersionMismatch or kInvalidData.
  [[nodiscard]] std::string serialise() const;
  [[nodiscard]] static Expected<WordList> parse(std::string_view bytes);

 private:
  // Part of the file's format.
  struct Entry {
    std::uint32_t text = 0;  // where the folded form begins in `texts_`
    std::uint32_t deeds = 0;
    std::uint32_t base_deeds = 0;
    std::uint32_t first_base = 0;  // in `bases_`; they end where those of the next word begin
    std::uint8_t folded_size = 0;
    std::uint8_t word_size = 0;  // follows the folded form; 0: it is the folded form
    std::uint8_t language = 0;
    std::uint8_t reserved = 0;
  };

  void add(const CountedWord& word);
  [[nodiscard]] bool is_whole() const;

  std::string texts_;
  std::vector<Entry> entries_;
  std::vector<Number> bases_;
  std::size_t deed_count_ = 0;
};

}  // namespace kiertoon
