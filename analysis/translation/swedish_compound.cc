#include "analysis/translation/swedish_compound.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "analysis/translation/inflection.h"
#include "base/utf8.h"

namespace kiertoon {
namespace {

constexpr std::size_t kShortestPart = 3;  // letters
constexpr std::size_t kShortestHead = 5;  // letters, of one that is found alone
constexpr std::size_t kLongestWord = 64;  // letters
constexpr std::size_t kMostParts = 4;

std::optional<std::string> first_known(std::vector<std::string> words, const IsPart& is_part) {
  for (auto& word : words) {
    if (count_code_points(word) >= kShortestPart && is_part(word)) {
      return std::move(word);
    }
  }
  return std::nullopt;
}

std::optional<std::string> known_last_part(std::string_view text, const IsPart& is_part) {
  if (is_part(text)) {
    return std::string(text);
  }
  std::vector<std::string> words;
  for (auto& guess : guess_dictionary_forms(text, Language::kSwedish)) {
    words.push_back(std::move(guess.word));
  }
  return first_known(std::move(words), is_part);
}

// Ways to split the rest of a word from each of its letters on, found once.
class Splitter {
 public:
  Splitter(std::string_view word, const IsPart& is_part) : word_(word), is_part_(is_part) {
    for (std::size_t at = 0; at < word.size(); at = byte_offset_after(at)) {
      letters_.push_back(at);
    }
    letters_.push_back(word.size());
    splits_.resize(letters_.size());
  }

  [[nodiscard]] std::vector<std::string> split() {
    if (letters_.size() > kLongestWord || letters_.size() <= 2 * kShortestPart) {
      return {};
    }
    Split best = best_compound(0);
    return best.parts.size() <= kMostParts ? std::move(best.parts) : std::vector<std::string>();
  }

 private:
  struct Split {
    std::vector<std::string> parts;
    std::size_t longest = 0;  // letters

    [[nodiscard]] bool is_better_than(const Split& other) const {
      if (parts.empty() || other.parts.empty()) {
        return other.parts.empty() && !parts.empty();
      }
      return parts.size() != other.parts.size() ? parts.size() < other.parts.size()
                                                : longest > other.longest;
    }
  };

  [[nodiscard]] std::size_t byte_offset_after(std::size_t at) const {
    return at + byte_offset(word_.substr(at), 1);
  }

  [[nodiscard]] std::string_view between(std::size_t begin, std::size_t end) const {
    return word_.substr(letters_[begin], letters_[end] - letters_[begin]);
  }

  // The rest of the word as one part, or as several.
  const Split& best_from(std::size_t begin) {
    auto& known = splits_[begin];
    if (!known) {
      Split split;
      if (auto last = known_last_part(between(begin, letters_.size() - 1), is_part_)) {
        split = {.parts = {std::move(*last)}, .longest = letters_.size() - 1 - begin};
      } else {
        split = best_compound(begin);
      }
      known = std::move(split);
    }
    return *known;
  }

  [[nodiscard]] Split best_compound(std::size_t begin) {
    Split best;
    const std::size_t end = letters_.size() - 1;
    for (std::size_t cut = begin + kShortestPart; cut + kShortestPart <= end; ++cut) {
      auto first = first_known(words_of_first_part(between(begin, cut)), is_part_);
      if (!first) {
        continue;
      }
      Split split = best_from(cut);
      if (split.parts.empty()) {
        continue;
      }
      split.parts.insert(split.parts.begin(), std::move(*first));
      split.longest = std::max(split.longest, cut - begin);
      if (split.is_better_than(best)) {
        best = std::move(split);
      }
    }
    return best;
  }

  std::string_view word_;
  const IsPart& is_part_;
  std::vector<std::size_t> letters_;  // where each begins, and the word's end
  std::vector<std::optional<Split>> splits_;
};

}  // namespace

std::vector<std::string> split_swedish_compound(std::string_view word, const IsPart& is_part) {
  return Splitter(word, is_part).split();
}

std::optional<std::string> head_of_swedish_compound(std::string_view word, const IsPart& is_part) {
  const std::size_t letters = count_code_points(word);
  for (std::size_t cut = kShortestPart; cut + kShortestHead <= std::min(letters, kLongestWord);
       ++cut) {
    auto head = known_last_part(word.substr(byte_offset(word, cut)), is_part);
    if (head && count_code_points(*head) >= kShortestHead) {
      return head;
    }
  }
  return std::nullopt;
}

}  // namespace kiertoon
