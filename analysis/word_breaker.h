#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kiertoon {

// A word of a text, by byte offsets. Hyphenated words ("hr-toimintojen") and words with a case
// ending after a colon ("JHL:n") are one word.
struct WordSpan {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

// Finds words by the Unicode rules for word boundaries (UAX #29, as ICU implements them). Not
// thread-safe.
class WordBreaker {
 public:
  [[nodiscard]] static Expected<std::unique_ptr<WordBreaker>> create();
  ~WordBreaker();
  WordBreaker(const WordBreaker&) = delete;
  WordBreaker& operator=(const WordBreaker&) = delete;
  WordBreaker(WordBreaker&&) = delete;
  WordBreaker& operator=(WordBreaker&&) = delete;

  // Words in the order of the text; punctuation and white space are left out.
  [[nodiscard]] std::vector<WordSpan> words(std::string_view text);

 private:
  class Iterator;
  explicit WordBreaker(std::unique_ptr<Iterator> iterator);
  std::unique_ptr<Iterator> iterator_;
};

}  // namespace kiertoon
