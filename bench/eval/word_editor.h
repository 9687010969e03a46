#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace kiertoon {

// Edits texts as somebody might who sends a deed in again, but blindly: a seed decides what happens
// to which word. The same seed and the same calls give the same edits everywhere. Not thread-safe.
class WordEditor {
 public:
  // New words are drawn from `corpus`, each as often as it stands there.
  WordEditor(std::vector<std::string> corpus, std::uint64_t seed);

  // `words` with that share of them (0 to 1, rounded to whole words) edited. Each edited word is,
  // with equal chances, replaced by a new one, left out, followed by a new one, swapped with the
  // word before it, or given another ending.
  [[nodiscard]] std::vector<std::string> edit(const std::vector<std::string>& words, double share);

  // `count` of the numbers below `below` (all of them when there are fewer), in ascending order.
  [[nodiscard]] std::vector<std::size_t> choose(std::size_t count, std::size_t below);

  // The word with its Finnish case ending replaced by another one, or with one added.
  [[nodiscard]] std::string reinflect(std::string_view word);

 private:
  // A number below `below`, which is not 0.
  [[nodiscard]] std::size_t draw(std::size_t below);
  [[nodiscard]] const std::string& new_word();
  void edit_word(const std::string& word, std::vector<std::string>& edited);

  std::vector<std::string> corpus_;
  std::mt19937_64 random_;
};

}  // namespace kiertoon
