#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/words/form_finder.h"
#include "search/words/near_words.h"
#include "search/words/word_judge.h"
#include "search/words/word_list.h"

namespace kiertoon {

// When a correction may be made unasked.
enum class Trust {
  kSure,
  kDoubtful,   // only when nothing is found without it
  kOfferable,  // never: what was typed is a word of the language
};

struct WordCorrection {
  std::string text;  // one word, or two with a space between them
  Trust trust = Trust::kSure;
};

// Finds the words of an index that a misspelt one may stand for, in this order of trust:
// 1. the same word with dots and double letters put right;
// 2. a word within one edit, by the cost of the error and the number of deeds that have the word;
// 3. two words written as one;
// 4. a compound within one edit of which deeds have parts only;
// 5. a word within two edits, of a long word.
// In 1 and 2 the word may be a form that no deed has, of a word that deeds have in other forms.
// Not thread-safe.
class WordCorrector {
 public:
  // All must outlive the corrector.
  WordCorrector(const WordList& words, const NearWords& near, const FormFinder& forms);

  // `folded` is not WordStanding::kGood.
  [[nodiscard]] std::optional<WordCorrection> correct(std::string_view folded,
                                                      WordStanding standing) const;

  // Two neighbouring words as one that deeds have, in these letters or with dots put right.
  [[nodiscard]] std::optional<std::string> join(std::string_view first,
                                                std::string_view second) const;

 private:
  [[nodiscard]] std::optional<WordCorrection> correct_unknown(std::string_view folded) const;
  [[nodiscard]] std::optional<std::string> same_skeleton(std::string_view folded) const;
  // 2 to 4. `best` is the likeliest word of the list, or nullptr.
  [[nodiscard]] std::optional<std::string> one_error(std::string_view folded,
                                                     const NearWord* best) const;
  [[nodiscard]] std::optional<std::string> two_words(std::string_view folded) const;
  // The likeliest, see likelihood(); nullptr when there is none.
  [[nodiscard]] const NearWord* likeliest(const std::vector<NearWord>& found) const;
  [[nodiscard]] std::string word_of(const NearWord& found) const;

  const WordList& words_;
  const NearWords& near_;
  const FormFinder& forms_;
};

}  // namespace kiertoon
