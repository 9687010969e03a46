#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_set>

#include "analysis/language.h"
#include "base/bounded_cache.h"
#include "base/error.h"

namespace kiertoon {

// A list of words by language, such as data/stopwords/{fi,sv,en}.txt: words that carry no content.
// Immutable, so thread-safe.
class StopWords {
 public:
  [[nodiscard]] static Expected<StopWords> load(const std::filesystem::path& folder);

  // `folded` as fold() leaves it.
  [[nodiscard]] bool contains(std::string_view folded, Language language) const;

 private:
  using Words = std::unordered_set<std::string, StringHash, std::equal_to<>>;
  std::array<Words, kLanguages.size()> words_;
};

}  // namespace kiertoon
