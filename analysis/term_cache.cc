#include "analysis/term_cache.h"

#include <utility>

namespace kiertoon {

TermCache::TermCache(std::size_t words) {
  for (std::size_t i = 0; i < kShards * kLanguages.size(); ++i) {
    shards_.push_back(std::make_unique<Shard>(words / kShards));
  }
}

TermCache::Shard& TermCache::shard_of(std::string_view word, Language language) {
  return *shards_[static_cast<std::size_t>(language) * kShards + StringHash{}(word) % kShards];
}

TermCache::Terms TermCache::find_or(std::string_view word,
                                    Language language,
                                    const std::function<TermList()>& analyze) {
  Shard& shard = shard_of(word, language);
  {
    const std::lock_guard lock(shard.mutex);
    if (const auto* known = shard.terms.find(word)) {
      return *known;
    }
  }
  auto terms = std::make_shared<const TermList>(analyze());
  const std::lock_guard lock(shard.mutex);
  return shard.terms.insert(word, std::move(terms));
}

}  // namespace kiertoon
