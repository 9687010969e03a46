#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "search/words/spelling.h"
#include "search/words/spelling_index.h"
#include "search/words/word_judge.h"

namespace kiertoon {

struct FoundForm {
  std::string text;         // folded
  std::uint32_t deeds = 0;  // with the word, in other forms; 0: with parts of it
};

// Finds inflected forms that a misspelt one may stand for, where the index has the word in other
// forms only: makes the strings that are an error away, and asks the dictionary for those that look
// like words. Not thread-safe.
class FormFinder {
 public:
  // All must outlive the finder.
  FormFinder(const SpellingIndex& spelling, const WordJudge& judge);

  // The word with its dots put back; or, of a word that deeds have as a whole, with one letter
  // double that is single or the other way round too. The form of the most frequent word.
  [[nodiscard]] std::optional<std::string> same_skeleton(std::string_view folded) const;

  // The likeliest form one error away, if it is likelier than `least`, see likelihood().
  [[nodiscard]] std::optional<FoundForm> one_error_away(std::string_view folded,
                                                        double least) const;

  // What an edit and small errors beside it cost at most.
  static constexpr int kOneError = SpellingCosts::kEdit + 4;

 private:
  // The form of the word that most deeds have, at least so many.
  [[nodiscard]] std::optional<std::string> likeliest(const std::set<std::string>& forms,
                                                     std::uint32_t least_deeds) const;

  const SpellingIndex& spelling_;
  const WordJudge& judge_;
};

}  // namespace kiertoon
