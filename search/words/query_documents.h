#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "base/bounded_cache.h"
#include "search/words/document_set.h"

namespace kiertoon {

// Which documents a query finds, without ranking them: the documents of terms that many have are
// kept as sets, so that a query of common words takes microseconds where Xapian would walk tens of
// thousands of postings. Not thread-safe; throws what Xapian throws.
class QueryDocuments {
 public:
  // The documents of `database` are numbered from 1 without gaps. Keeps at most about `cache_bytes`
  // of sets.
  explicit QueryDocuments(const Xapian::Database& database,
                          std::size_t cache_bytes = kDefaultCacheBytes);

  // Exactly the documents that an Enquire would find.
  [[nodiscard]] DocumentSet find(const Xapian::Query& query);

  // Those of one term of the index.
  [[nodiscard]] DocumentSet find_term(const std::string& term);

  [[nodiscard]] std::uint32_t last() const { return last_; }

 private:
  static constexpr std::size_t kDefaultCacheBytes = std::size_t{16} << 20U;

  // Few documents as a list, many as a set.
  struct TermDocuments {
    std::vector<std::uint32_t> list;
    std::optional<DocumentSet> set;
  };

  void add(const Xapian::Query& query, DocumentSet& found);
  void add_term(const std::string& term, DocumentSet& found);
  void add_by_positions(const Xapian::Query& query, DocumentSet& found);
  void add_by_matching(const Xapian::Query& query, DocumentSet& found) const;
  [[nodiscard]] DocumentSet find_shared(const Xapian::Query& query);
  [[nodiscard]] DocumentSet find_first_without_others(const Xapian::Query& query);
  [[nodiscard]] std::shared_ptr<const TermDocuments> documents_of(const std::string& term);

  Xapian::Database database_;
  std::uint32_t last_;
  // Terms with a list, as the average one is taken to be, and terms with a set have half each.
  BoundedCache<std::shared_ptr<const TermDocuments>> lists_;
  BoundedCache<std::shared_ptr<const TermDocuments>> sets_;
};

}  // namespace kiertoon
