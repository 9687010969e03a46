#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/analyzer.h"
#include "base/bounded_cache.h"
#include "search/deed/deed.h"
#include "search/deed/vocabulary.h"
#include "search/words/completions.h"
#include "search/words/phrase_counter.h"
#include "search/words/word_counter.h"
#include "search/words/word_list.h"

namespace kiertoon {

// The running texts of deeds, as numbers of a word list; words that are not on it are borders.
struct NumberedTexts {
  std::vector<std::uint32_t> words;      // with the borders of PhraseCounter
  std::vector<std::uint32_t> documents;  // in the order of the deeds' borders
};

// The running texts that several threads indexed, put together. Not thread-safe.
class PhraseSequence {
 public:
  // `names` are those that the counter's numbers mean.
  void add(PhraseCounter phrases, std::vector<WordCounter::WordName> names);

  [[nodiscard]] NumberedTexts in(const WordList& list) const;

 private:
  struct Part {
    PhraseCounter phrases;
    std::vector<WordCounter::WordName> names;
  };
  std::vector<Part> parts_;
};

// Collects what completions are made of while deeds are indexed. Not thread-safe.
class CompletionsBuilder {
 public:
  // Deeds come in the order of their document numbers, from 1.
  void add(const Deed& deed, const Vocabulary& vocabulary);

  // `texts` are of the deeds that were added.
  [[nodiscard]] Completions build(const WordList& words,
                                  const NumberedTexts& texts,
                                  Analyzer& analyzer) const;

 private:
  std::vector<CompletionText> titles_;
  StringMap<std::uint32_t> organisations_;  // name -> deeds
};

}  // namespace kiertoon
