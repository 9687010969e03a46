#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "analysis/language.h"
#include "analysis/token.h"
#include "base/bounded_cache.h"

namespace kiertoon {

// Words and the terms they were analysed into, shared by the analyzers of a program: running text
// repeats its words, and an analysis costs a hundred times more than finding it here. Bounded.
// Thread-safe.
class TermCache {
 public:
  using Terms = std::shared_ptr<const TermList>;

  // Keeps about `words` words of each language.
  explicit TermCache(std::size_t words);

  // The terms of a word, or nullptr when they are not here.
  [[nodiscard]] Terms find(std::string_view word, Language language);

  // Keeps the terms of a word, and returns them. Of two threads that analyse the same new word, the
  // later one's are kept.
  Terms insert(std::string_view word, Language language, TermList terms);

 private:
  struct Shard {
    explicit Shard(std::size_t words) : terms(words) {}
    std::mutex mutex;
    BoundedCache<Terms> terms;
  };
  static constexpr std::size_t kShards = 16;

  [[nodiscard]] Shard& shard_of(std::string_view word, Language language);

  std::vector<std::unique_ptr<Shard>> shards_;  // kShards of each language
};

}  // namespace kiertoon
