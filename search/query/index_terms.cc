#include "search/query/index_terms.h"

#include <algorithm>

namespace kiertoon {

void leave_out_absent(std::vector<TermAlternative>& alternatives, const IndexTerms& terms) {
  const auto is_there = [&](const TermAlternative& it) { return terms.has(it.term); };
  if (std::any_of(alternatives.begin(), alternatives.end(), is_there)) {
    std::erase_if(alternatives, [&](const TermAlternative& it) { return !is_there(it); });
  }
}

}  // namespace kiertoon
