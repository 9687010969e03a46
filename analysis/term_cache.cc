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

TermCache::Terms TermCache::find(std::string_view word, Language language) {
  Shard& shard = shard_of(word, language);
  const std::lock_guard lock(shard.mutex);
  const Terms* known = shard.terms.find(word);
  return known == nullptr ? nullptr : *known;
}

TermCache::Terms TermCache::insert(std::string_view word, Language language, TermList terms) {
  Shard& shard = shard_of(word, language);
  auto shared = std::make_shared<const TermList>(std::move(terms));
  const std::lock_guard lock(shard.mutex);
  return shard.terms.insert(word, std::move(shared));
}

}  // namespace kiertoon
