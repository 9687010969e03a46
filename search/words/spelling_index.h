#pragma once

#include <utility>

#include "search/words/letter_sequences.h"
#include "search/words/near_words.h"
#include "search/words/word_list.h"

namespace kiertoon {

// The words of an index, made ready for corrections. Immutable, so thread-safe.
class SpellingIndex {
 public:
  explicit SpellingIndex(WordList words)
      : words_(std::move(words)), near_words_(words_), letter_sequences_(words_) {}
  SpellingIndex(const SpellingIndex&) = delete;
  SpellingIndex& operator=(const SpellingIndex&) = delete;
  SpellingIndex(SpellingIndex&&) = delete;
  SpellingIndex& operator=(SpellingIndex&&) = delete;
  ~SpellingIndex() = default;

  [[nodiscard]] const WordList& words() const { return words_; }
  [[nodiscard]] const NearWords& near_words() const { return near_words_; }
  [[nodiscard]] const LetterSequences& letter_sequences() const { return letter_sequences_; }

 private:
  WordList words_;
  NearWords near_words_;
  LetterSequences letter_sequences_;
};

}  // namespace kiertoon
