#include "search/words/common_terms.h"

#include <algorithm>
#include <string>
#include <utility>

#include <xapian.h>

namespace kiertoon {
namespace {

// A set takes a bit a document, a list 32 for each of its own.
constexpr std::uint32_t kBitsOfNumber = 32;

}  // namespace

CommonTerms CommonTerms::load(const Xapian::Database& database, std::uint32_t least) {
  CommonTerms common;
  const std::uint32_t last = database.get_lastdocid();
  least = std::max(least, last / kBitsOfNumber);
  const auto end = database.allterms_end();
  for (auto term = database.allterms_begin(); term != end; ++term) {
    if (term.get_termfreq() <= least) {
      continue;
    }
    const std::string text = *term;
    DocumentSet documents(last);
    const auto last_posting = database.postlist_end(text);
    for (auto posting = database.postlist_begin(text); posting != last_posting; ++posting) {
      documents.insert(*posting);
    }
    common.sets_.emplace(text, std::move(documents));
  }
  return common;
}

const DocumentSet* CommonTerms::find(std::string_view term) const {
  const auto found = sets_.find(term);
  return found == sets_.end() ? nullptr : &found->second;
}

}  // namespace kiertoon
