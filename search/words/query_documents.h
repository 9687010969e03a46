#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "base/bounded_cache.h"
#include "search/words/common_terms.h"
#include "search/words/document_set.h"

namespace kiertoon {

// Which documents a query finds, without ranking them: with sets for common terms, and lists that
// were read once for others, a query takes microseconds where Xapian would walk tens of thousands
// of postings. Not thread-safe; throws what Xapian throws.
class QueryDocuments {
 public:
  // The documents of `database` are numbered from 1 without gaps; `common`, which must outlive
  // this, are its terms. Keeps at most about `lists` lists.
  QueryDocuments(const Xapian::Database& database,
                 const CommonTerms& common,
                 std::size_t lists = kDefaultLists);

  // Exactly the documents that an Enquire would find. Posting sources are taken for such as yield
  // every document: the weights of QueryPlanner.
  [[nodiscard]] DocumentSet find(const Xapian::Query& query);

  // Those of one term of the index.
  [[nodiscard]] DocumentSet find_term(const std::string& term);

  [[nodiscard]] std::uint32_t last() const { return last_; }

 private:
  static constexpr std::size_t kDefaultLists = 8192;  // most have few documents

  using DocumentList = std::vector<std::uint32_t>;

  void add(const Xapian::Query& query, DocumentSet& found);
  void add_term(const std::string& term, DocumentSet& found);
  void add_by_positions(const Xapian::Query& query, DocumentSet& found);
  template <typename Read>
  void add_list(const std::string& key, DocumentSet& found, Read read);
  [[nodiscard]] DocumentList match(const Xapian::Query& query) const;
  [[nodiscard]] DocumentSet find_shared(const Xapian::Query& query);
  [[nodiscard]] DocumentSet find_first_without_others(const Xapian::Query& query);

  Xapian::Database database_;
  const CommonTerms& common_;
  std::uint32_t last_;
  BoundedCache<DocumentList> lists_;  // of terms, and of words that stand together
};

}  // namespace kiertoon
