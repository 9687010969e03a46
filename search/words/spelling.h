#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kiertoon {

// A folded word with the dots and rings taken off its letters: "tyohyvinvointi".
[[nodiscard]] std::string without_dots(std::string_view folded);

// What is left of a folded word when dots and rings are taken off its letters and each letter that
// is written twice or more in a row stands once: "työhyvinvointi" and "tyohyvinvointi",
// "kehittäminen" and "kehitaminen" have one skeleton.
[[nodiscard]] std::string skeleton(std::string_view folded);

// The letters of a folded word, decoded. Of a longer word the beginning.
class Letters {
 public:
  static constexpr std::size_t kMost = 80;

  explicit Letters(std::string_view folded);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] char32_t operator[](std::size_t i) const { return letters_[i]; }

 private:
  std::array<char32_t, kMost> letters_{};  // the first `size_` are set
  std::size_t size_ = 0;
};

// Costs of errors, in tenths of an edit: what fingers and keyboards do easily is cheap. Set by
// hand, not fitted to any text.
struct SpellingCosts {
  static constexpr int kEdit = 10;
  static constexpr int kDots = 1;         // a for ä or å, o for ö
  static constexpr int kDouble = 3;       // a letter once for twice, or twice for once
  static constexpr int kNeighbour = 7;    // a key beside the right one
  static constexpr int kOmission = 7;     // a letter left out
  static constexpr int kSwap = 7;         // two letters in the wrong order
  static constexpr int kFirstLetter = 4;  // on top: the first letter is seldom wrong
};

// What it costs to turn `typed` into `word`: the least sum of SpellingCosts over insertions,
// deletions, substitutions and swaps of neighbouring letters, none of which touches another
// (optimal string alignment: Damerau, A technique for computer detection and correction of spelling
// errors, CACM 1964, with weights). Nothing when it is more than `most`.
[[nodiscard]] std::optional<int> spelling_cost(const Letters& typed, const Letters& word, int most);

// How likely it is that a word which so many deeds have was meant, against other words: ten times
// as many deeds make up for a quarter of an edit.
[[nodiscard]] double likelihood(int cost, std::size_t deeds);

}  // namespace kiertoon
