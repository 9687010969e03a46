#pragma once

#include <string>
#include <vector>

#include "search/query/search_result.h"
#include "search/query/word_query.h"

namespace kiertoon {

// Several words that meet a word of the query only where they follow each other: "varhainen tuki".
struct PlannedPhrase {
  std::vector<std::vector<TermAlternative>> words;  // each word's whole-word terms
  std::string name;                                 // for people
  MatchKind kind = MatchKind::kSynonym;
};

// A word of the query with the terms that may meet it; what highlighting and `matched` work from.
struct PlannedWord {
  std::string word;  // as typed
  std::vector<TermAlternative> alternatives = {};
  // Of "word*": the beginnings of the terms it stands for, folded and, as abbreviations are kept,
  // in capitals; otherwise empty.
  std::vector<std::string> prefixes = {};
  std::vector<PlannedPhrase> phrases = {};
};

// Adds a word, or to the word of the same spelling what it has not, of a term that both have the
// surer one: a word that the query repeats is matched and shown once.
void add_planned_word(std::vector<PlannedWord>& words, PlannedWord added);

}  // namespace kiertoon
