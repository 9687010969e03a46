#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language.h"
#include "base/bounded_cache.h"
#include "base/error.h"
#include "search/deed/deed.h"
#include "search/deed/vocabulary.h"
#include "search/words/completion_table.h"
#include "search/words/phrase_finder.h"
#include "search/words/word_list.h"

namespace kiertoon {

// What a generation's words and deeds can complete a text to. Immutable once made, so thread-safe.
// Names of the vocabulary are not here: they may change without the index.
struct Completions {
  CompletionTable words;          // tag: Language; weight: deeds
  CompletionTable phrases;        // tag: Language; weight: deeds
  CompletionTable titles;         // tag: document; weight: day of publication, the later the higher
  CompletionTable organisations;  // as deeds write those that the vocabulary does not know

  [[nodiscard]] std::size_t bytes() const;

  // Bytes for a file, and back. Fails with kVersionMismatch or kInvalidData.
  [[nodiscard]] std::string serialise() const;
  [[nodiscard]] static Expected<Completions> parse(std::string_view bytes);
};

// Whether a folded word carries no content of its own in that language.
using IsStopForm = std::function<bool(std::string_view folded, Language language)>;

// Collects what completions are made of while deeds are indexed. Not thread-safe.
class CompletionsBuilder {
 public:
  // Deeds come in the order of their document numbers, from 1.
  void add(const Deed& deed, const Vocabulary& vocabulary);

  [[nodiscard]] Completions build(const WordList& words,
                                  const std::vector<FoundPhrase>& phrases,
                                  const IsStopForm& is_stop_form) const;

 private:
  std::vector<CompletionText> titles_;
  StringMap<std::uint32_t> organisations_;  // name -> deeds
};

}  // namespace kiertoon
