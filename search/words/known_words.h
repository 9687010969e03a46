#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "base/bounded_cache.h"
#include "search/deed/vocabulary.h"

namespace kiertoon {

// Words that are right though no deed may have them: names of municipalities, themes and the like.
// Immutable once made, so thread-safe.
class KnownWords {
 public:
  KnownWords() = default;
  // Every word of every name of the vocabulary, in each language.
  explicit KnownWords(const Vocabulary& vocabulary);

  // The words of a text, split at spaces and hyphens.
  void add(std::string_view text);

  [[nodiscard]] bool contains(std::string_view folded) const {
    return words_.find(folded) != words_.end();
  }

 private:
  std::unordered_set<std::string, StringHash, std::equal_to<>> words_;
};

}  // namespace kiertoon
