#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "base/bounded_cache.h"
#include "search/query/query_words.h"
#include "search/words/form_finder.h"
#include "search/words/known_words.h"
#include "search/words/spelling_index.h"
#include "search/words/word_corrector.h"
#include "search/words/word_judge.h"

namespace kiertoon {

// A stretch of a query and what should stand in its place.
struct TextCorrection {
  std::size_t start = 0;  // bytes of the query
  std::size_t end = 0;
  std::string to;  // with a capital where the text has one
  Trust trust = Trust::kSure;
  std::string met;  // the word of it that the index has, of two; mostly none
};

// Reads queries as they were meant, with the words of an index. Remembers the words and texts that
// it looked into lately. Not thread-safe: one a thread.
class Corrector {
 public:
  // All must outlive the corrector.
  Corrector(const SpellingIndex& spelling,
            const KnownWords& names,
            const IndexTerms& terms,
            Analyzer& analyzer);

  // Corrections of the words that the index does not have; two neighbours become one when one of
  // them is such a word. Ascending, without overlaps. Nothing for a query with very many unknown
  // words: its language is another, or none.
  [[nodiscard]] std::vector<TextCorrection> correct(std::string_view text);

  // Neighbouring words that are a single word of the index, though it has each of them: for a query
  // that finds nothing. As above.
  [[nodiscard]] std::vector<TextCorrection> join_words(std::string_view text);

 private:
  struct JudgedWord {
    QueryWord word;
    WordStanding standing = WordStanding::kGood;
  };
  static constexpr std::size_t kMostRemembered = 2048;
  static constexpr std::size_t kLongestText = 100;  // bytes, that is remembered; anybody can ask

  [[nodiscard]] std::vector<TextCorrection> find_corrections(std::string_view text);
  [[nodiscard]] std::vector<JudgedWord> judged_words(std::string_view text);
  [[nodiscard]] WordStanding standing_of(const QueryWord& word);
  [[nodiscard]] std::optional<TextCorrection> joined(const JudgedWord& first,
                                                     const JudgedWord& second) const;
  [[nodiscard]] std::optional<TextCorrection> corrected(const JudgedWord& judged);

  const WordList& words_;
  WordJudge judge_;
  FormFinder forms_;
  WordCorrector word_corrector_;
  Analyzer& analyzer_;
  BoundedCache<WordStanding> standings_{kMostRemembered};
  BoundedCache<std::optional<WordCorrection>> corrections_{kMostRemembered};  // of no good words
  BoundedCache<std::vector<TextCorrection>> texts_{kMostRemembered};
};

// The text with these corrections made.
[[nodiscard]] std::string corrected_text(std::string_view text,
                                         const std::vector<TextCorrection>& corrections);

}  // namespace kiertoon
