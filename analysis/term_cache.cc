#include "analysis/term_cache.h"

#include <utility>

namespace kiertoon {

TermCache::Shard::Shard(std::size_t words)
    : terms(kLanguages.size(), BoundedCache<Terms>(words)),
      answers(kQuestions, BoundedCache<bool>(words)) {}

TermCache::TermCache(std::size_t words) {
  for (std::size_t i = 0; i < kShards; ++i) {
    shards_.push_back(std::make_unique<Shard>(words / kShards));
  }
}

TermCache::Shard& TermCache::shard_of(std::string_view word) {
  return *shards_[StringHash{}(word) % kShards];
}

TermCache::Terms TermCache::find(std::string_view word, Language language) {
  Shard& shard = shard_of(word);
  const std::lock_guard lock(shard.mutex);
  const Terms* known = shard.terms[static_cast<std::size_t>(language)].find(word);
  return known == nullptr ? nullptr : *known;
}

TermCache::Terms TermCache::insert(std::string_view word, Language language, TermList terms) {
  Shard& shard = shard_of(word);
  auto shared = std::make_shared<const TermList>(std::move(terms));
  const std::lock_guard lock(shard.mutex);
  return shard.terms[static_cast<std::size_t>(language)].insert(word, std::move(shared));
}

std::optional<bool> TermCache::find(Question question, std::string_view word) {
  Shard& shard = shard_of(word);
  const std::lock_guard lock(shard.mutex);
  const bool* known = shard.answers[static_cast<std::size_t>(question)].find(word);
  return known == nullptr ? std::nullopt : std::optional(*known);
}

void TermCache::insert(Question question, std::string_view word, bool answer) {
  Shard& shard = shard_of(word);
  const std::lock_guard lock(shard.mutex);
  shard.answers[static_cast<std::size_t>(question)].insert(word, answer);
}

}  // namespace kiertoon
