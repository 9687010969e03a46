#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "search/query/planned_word.h"
#include "search/query/search_result.h"

namespace kiertoon {

// How each word of a query met each of the documents to show: by its surest term. Read from the
// postings, term by term over all of the documents, for the index has no lists of a document's
// terms.
class MetTerms {
 public:
  // Throws what Xapian throws.
  MetTerms(const Xapian::Database& database,
           const std::vector<PlannedWord>& words,
           std::vector<Xapian::docid> documents);

  // By word of the query; nothing where the word did not meet the document, which is one of those
  // given.
  [[nodiscard]] const std::vector<std::optional<WordMatch>>& of(Xapian::docid document) const;

 private:
  using Matches = std::vector<std::optional<WordMatch>>;

  void add_alternative(const PlannedWord& word, std::size_t number, const TermAlternative& term);
  void add_prefix(const PlannedWord& word, std::size_t number, const std::string& prefix);
  // Whether the word met every document, as surely as `least` at least.
  [[nodiscard]] bool is_everywhere(std::size_t number, MatchKind least) const;

  // Calls `visit` with the matches of each document that has the term.
  template <typename Visit>
  void visit_documents(const std::string& term, Visit visit);

  const Xapian::Database& database_;
  std::vector<Xapian::docid> documents_;  // ascending
  std::vector<Matches> matches_;          // of each document
};

}  // namespace kiertoon
