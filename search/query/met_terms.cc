#include "search/query/met_terms.h"

#include <algorithm>
#include <utility>

#include "search/index/schema.h"

namespace kiertoon {
namespace {

const std::string& name_of(const TermAlternative& alternative) {
  return alternative.name.empty() ? alternative.text : alternative.name;
}

}  // namespace

MetTerms::MetTerms(const Xapian::Database& database,
                   const std::vector<PlannedWord>& words,
                   std::vector<Xapian::docid> documents)
    : database_(database), documents_(std::move(documents)) {
  std::sort(documents_.begin(), documents_.end());
  matches_.assign(documents_.size(), Matches(words.size()));
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const auto& alternative : words[i].alternatives) {
      add_alternative(words[i], i, alternative);
    }
    for (const auto& prefix : words[i].prefixes) {
      add_prefix(words[i], i, prefix);
    }
  }
}

const MetTerms::Matches& MetTerms::of(Xapian::docid document) const {
  const auto found = std::lower_bound(documents_.begin(), documents_.end(), document);
  return matches_.at(static_cast<std::size_t>(found - documents_.begin()));
}

template <typename Visit>
void MetTerms::visit_documents(const std::string& term, Visit visit) {
  auto posting = database_.postlist_begin(term);
  const auto end = database_.postlist_end(term);
  for (std::size_t i = 0; i < documents_.size() && posting != end; ++i) {
    posting.skip_to(documents_[i]);
    if (posting != end && *posting == documents_[i]) {
      visit(matches_[i]);
    }
  }
}

void MetTerms::add_alternative(const PlannedWord& word,
                               std::size_t number,
                               const TermAlternative& term) {
  if (is_everywhere(number, term.kind)) {
    return;
  }
  visit_documents(term.term, [&](Matches& matches) {
    auto& best = matches[number];
    if (!best || term.kind < best->how) {
      best = {word.word, name_of(term), term.kind};
    }
  });
}

// Of the words that begin so, the first of the alphabet that a document has.
void MetTerms::add_prefix(const PlannedWord& word, std::size_t number, const std::string& prefix) {
  for (const auto& spec : kTermClasses) {
    const std::string begin = index_term(spec.term_class, prefix);
    const auto end = database_.allterms_end(begin);
    for (auto term = database_.allterms_begin(begin);
         term != end && !is_everywhere(number, MatchKind::kPrefix);
         ++term) {
      const std::string found = *term;
      visit_documents(found, [&](Matches& matches) {
        if (!matches[number]) {
          const std::size_t class_prefix = index_term(spec.term_class, "").size();
          matches[number] = {word.word, found.substr(class_prefix), MatchKind::kPrefix};
        }
      });
    }
  }
}

bool MetTerms::is_everywhere(std::size_t number, MatchKind least) const {
  return std::all_of(matches_.begin(), matches_.end(), [&](const Matches& matches) {
    return matches[number] && matches[number]->how <= least;
  });
}

}  // namespace kiertoon
