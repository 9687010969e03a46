#pragma once

#include <array>
#include <cstddef>
#include <functional>
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

  // The terms of `word`, from here or by `analyze`. Two threads may analyse the same new word; both
  // get equal terms.
  [[nodiscard]] Terms find_or(std::string_view word,
                              Language language,
                              const std::function<TermList()>& analyze);

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
