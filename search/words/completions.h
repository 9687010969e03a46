#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"
#include "search/words/completion_table.h"
#include "search/words/deed_entries.h"

namespace kiertoon {

// What a generation's words and deeds can complete a text to. Immutable once made, so thread-safe.
// Names of the vocabulary are not here: they may change without the index.
struct Completions {
  CompletionTable words;          // tag: Language; weight: deeds; in the order of their keys
  CompletionTable phrases;        // likewise
  CompletionTable titles;         // tag: document; weight: day of publication, the later the higher
  CompletionTable organisations;  // as deeds write those that the vocabulary does not know
  DeedEntries deed_words;         // entries of `words` that running texts have, in any form
  DeedEntries deed_phrases;
  std::uint64_t deed_count = 0;  // of the generation; every document of a title is within it

  [[nodiscard]] std::size_t bytes() const;

  // Bytes for a file, and back. Fails with kVersionMismatch or kInvalidData.
  [[nodiscard]] std::string serialise() const;
  [[nodiscard]] static Expected<Completions> parse(std::string_view bytes);
};

}  // namespace kiertoon
