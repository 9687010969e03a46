#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/language.h"
#include "base/bounded_cache.h"
#include "search/query/index_terms.h"
#include "search/query/word_query.h"

namespace kiertoon {

// The terms of the index that names stand for: "varhainen tuki" two words, each with the terms that
// the index has of it. Remembers what it was asked lately, since queries repeat their words and
// concepts have many names. Not thread-safe; analyzer and `terms` must outlive it.
class NameTerms {
 public:
  // Of each word of a name the terms, surest first.
  using Words = std::vector<std::vector<TermAlternative>>;

  NameTerms(Analyzer& analyzer, const IndexTerms& terms);

  // Empty when the index has nothing of one of the words. Valid until the next call. Throws what
  // Xapian throws.
  [[nodiscard]] const Words& of(const std::string& name, Language language);

 private:
  static constexpr std::size_t kMostNames = 8192;  // of a language

  [[nodiscard]] Words find(const std::string& name, Language language) const;

  Analyzer& analyzer_;
  const IndexTerms& terms_;
  std::vector<BoundedCache<Words>> known_;  // by language
};

}  // namespace kiertoon
