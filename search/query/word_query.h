#pragma once

#include <string>
#include <vector>

#include "analysis/token.h"
#include "search/index/schema.h"
#include "search/query/search_result.h"

namespace kiertoon {

// One term of the index by which a word of a query may be met.
struct TermAlternative {
  std::string term;  // of the index, without the field's letter
  TermClass term_class = TermClass::kBase;
  std::string text;  // the analysed term, for people
  MatchKind kind = MatchKind::kBaseForm;
  double weight = 1.0;
  Language language = Language::kFinnish;  // of the term
  std::string name = {};                   // what people are shown in place of `text`; may be empty
};

// How much a meeting counts by its kind. Tuned on the collections kirjastonhoitaja-subjects and
// makupalat-classes, see docs/measurements.md; every word of a compound is a part of itself too, so
// a base form counts kBaseForm + kWordPart.
struct KindWeights {
  double base_form = 0.3;
  double word_part = 1.0;
  double root = 0.5;
  double stem = 1.0;
  double other_language = 0.2;  // of a stem's weight, in a language the query is not in
};

// Whether the term stands for the whole word, not for a part of it.
[[nodiscard]] bool is_whole_word(const TermAlternative& alternative);

// The terms that answer one token of a query in `language`, each once, surest first; of those that
// are as sure, first what has more of the letters that are typed.
[[nodiscard]] std::vector<TermAlternative> term_alternatives(const Token& token,
                                                             Language language,
                                                             const KindWeights& weights = {});

}  // namespace kiertoon
