#pragma once

#include <cstddef>
#include <string>

#include <xapian.h>

#include "base/bounded_cache.h"
#include "search/query/index_terms.h"

namespace kiertoon {

// The terms of a database. Remembers what it was asked lately. Not thread-safe.
class DatabaseTerms final : public IndexTerms {
 public:
  // `database` must outlive this.
  explicit DatabaseTerms(const Xapian::Database& database) : database_(database) {}

  // Throws what Xapian throws.
  [[nodiscard]] bool has(const std::string& term) const override;

 private:
  static constexpr std::size_t kMostTerms = 16384;
  static constexpr std::size_t kLongestTerm = 100;  // bytes, that is remembered; anybody can ask

  const Xapian::Database& database_;
  mutable BoundedCache<bool> known_{kMostTerms};
};

}  // namespace kiertoon
