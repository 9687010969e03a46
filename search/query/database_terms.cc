#include "search/query/database_terms.h"

namespace kiertoon {

bool DatabaseTerms::has(const std::string& term) const {
  if (term.size() > kLongestTerm) {
    return database_.term_exists(term);
  }
  const bool* known = known_.find(term);
  return known == nullptr ? known_.insert(term, database_.term_exists(term)) : *known;
}

}  // namespace kiertoon
