#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/bounded_cache.h"
#include "search/words/document_set.h"

namespace Xapian {
class Database;
}

namespace kiertoon {

// The documents of the terms that many documents have, as sets: reading such a term's postings
// takes a millisecond where a set takes microseconds. All together take less memory than four bytes
// a posting of the index. Immutable once made, so thread-safe.
class CommonTerms {
 public:
  // Fewer documents are read from the index soon enough.
  static constexpr std::uint32_t kLeastDocuments = 1024;

  CommonTerms() = default;  // none

  // Terms of more than `least` documents, and of more than a 32nd of all. The documents of
  // `database` are numbered from 1 without gaps. Throws what Xapian throws.
  [[nodiscard]] static CommonTerms load(const Xapian::Database& database,
                                        std::uint32_t least = kLeastDocuments);

  // Null when the term is not among them.
  [[nodiscard]] const DocumentSet* find(std::string_view term) const;

  [[nodiscard]] std::size_t size() const { return sets_.size(); }

 private:
  StringMap<DocumentSet> sets_;
};

}  // namespace kiertoon
