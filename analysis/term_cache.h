#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
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

  // What analysing a word asks of other words on the way.
  enum class Question { kIsWord, kIsBaseForm };

  // The answer to a question about a word; nothing when it is not here.
  [[nodiscard]] std::optional<bool> find(Question question, std::string_view word);

  // Keeps the answer.
  void insert(Question question, std::string_view word, bool answer);

 private:
  static constexpr std::size_t kShards = 16;
  static constexpr std::size_t kQuestions = 2;

  // Some of the words, under a lock of their own.
  struct Shard {
    explicit Shard(std::size_t words);

    std::mutex mutex;
    std::vector<BoundedCache<Terms>> terms;   // by language
    std::vector<BoundedCache<bool>> answers;  // by question
  };

  [[nodiscard]] Shard& shard_of(std::string_view word);

  std::vector<std::unique_ptr<Shard>> shards_;
};

}  // namespace kiertoon
