#pragma once

#include <string>
#include <vector>

#include "search/query/word_query.h"

namespace kiertoon {

// The terms that an index has.
class IndexTerms {
 public:
  IndexTerms() = default;
  virtual ~IndexTerms() = default;
  IndexTerms(const IndexTerms&) = delete;
  IndexTerms& operator=(const IndexTerms&) = delete;
  IndexTerms(IndexTerms&&) = delete;
  IndexTerms& operator=(IndexTerms&&) = delete;

  // `term` as index_term() names it.
  [[nodiscard]] virtual bool has(const std::string& term) const = 0;
};

// Leaves out what the index does not have. A word of which it has nothing keeps its terms: it meets
// no deed, which is not the same as no word.
void leave_out_absent(std::vector<TermAlternative>& alternatives, const IndexTerms& terms);

}  // namespace kiertoon
