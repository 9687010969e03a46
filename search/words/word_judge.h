#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "analysis/analyzer.h"
#include "search/query/index_terms.h"
#include "search/words/known_words.h"
#include "search/words/word_list.h"

namespace kiertoon {

// How a word of a query stands to the index and to the language.
enum class WordStanding {
  kGood,     // the index has it, in any form or as a part; or it is not for correcting: a number, a
             // name of the vocabulary, a function word, two letters
  kUnmet,    // a word of the language that no deed has
  kUnknown,  // neither
};

// Whether words of a query may be misspelt. Not thread-safe.
class WordJudge {
 public:
  // All must outlive the judge.
  WordJudge(const WordList& words,
            const KnownWords& names,
            const IndexTerms& terms,
            Analyzer& analyzer);

  // A folded word. What a guess alone finds in it does not count as met: "tyohyvinvointi" may be
  // read as an unknown word before "hyvinvointi", but that is no reason to leave it as it is.
  [[nodiscard]] WordStanding judge(std::string_view folded) const;

  // How many deeds have the word of which the dictionary says that this is a form; 0 when they have
  // parts of it only. Nothing when they have neither, or when it is no form of any word.
  [[nodiscard]] std::optional<std::uint32_t> deeds_with_form(std::string_view folded) const;

 private:
  [[nodiscard]] bool is_not_for_correcting(std::string_view folded) const;

  const WordList& words_;
  const KnownWords& names_;
  const IndexTerms& terms_;
  Analyzer& analyzer_;
};

}  // namespace kiertoon
