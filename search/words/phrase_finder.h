#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language.h"
#include "search/words/word_list.h"

namespace kiertoon {

// Words that recur together.
struct FoundPhrase {
  std::string text;  // as the deeds write it, the last word in its base form where they do
  Language language = Language::kFinnish;
  std::vector<std::uint32_t> deeds;  // numbers of their borders in the texts, from 1; ascending
};

struct PhraseRules {
  std::uint32_t least_deeds = 3;  // two may be one deed sent in twice
  // Of every way to split the phrase in two. Normalised pointwise mutual information: 0 for words
  // that meet by chance, 1 for words that stand only together (Bouma: Normalized (pointwise) mutual
  // information in collocation extraction, GSCL 2009).
  double least_information = 0.35;
  // Of a phrase whose first or last word tells little: "varhaisen tuen malli", but not "hoitajat
  // kertoivat".
  double least_information_at_weak_end = 0.5;
};

// What is known of single words.
struct PhraseWords {
  using Judge = std::function<bool(std::string_view word, Language language)>;
  Judge may_end;     // whether a phrase may begin or end with the word; asked last
  Judge is_telling;  // one word of a phrase must be
};

// Finds phrases of two to four words in `words`: numbers of the list with the borders of
// PhraseCounter. Forms of a word count as the word. A phrase that stands mostly within a longer one
// is left out: the thought of the C-value (Frantzi, Ananiadou, Mima: Automatic recognition of
// multi-word terms, IJDL 2000), with the longer phrase of most occurrences in place of their mean.
[[nodiscard]] std::vector<FoundPhrase> find_phrases(const std::vector<std::uint32_t>& words,
                                                    const WordList& list,
                                                    const PhraseWords& single_words,
                                                    const PhraseRules& rules = {});

}  // namespace kiertoon
