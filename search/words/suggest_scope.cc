#include "search/words/suggest_scope.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "search/index/schema.h"

namespace kiertoon {

SuggestScope::SuggestScope(const SuggestTools& tools,
                           const Filters& filters,
                           const TypedText& typed)
    : tools_(tools) {
  add_filters(filters);
  for (const std::string_view clause : typed.context) {
    add_context(clause);
  }
}

// The facets' terms have what a FacetDecider goes by, and are read once for many requests.
void SuggestScope::add_filters(const Filters& filters) {
  for (std::size_t i = 0; i < kFacetCount; ++i) {
    const auto facet = static_cast<Facet>(i);
    const bool is_year = facet == Facet::kYear;
    if (is_year ? filters.years.empty() : filters.of(facet).empty()) {
      continue;
    }
    DocumentSet passing(tools_.documents.last());
    for (const auto& value : is_year ? years_in(filters.years) : filters.of(facet)) {
      passing |= tools_.documents.find_term(facet_term(facet, value));
    }
    if (filtered_) {
      *filtered_ &= passing;
    } else {
      filtered_ = std::move(passing);
    }
  }
}

// The years of the index that are in one of the ranges.
std::vector<std::string> SuggestScope::years_in(const std::vector<YearRange>& ranges) const {
  std::vector<std::string> years;
  for (const auto& text : tools_.snapshot.columns().values(Facet::kYear)) {
    int year = 0;
    std::from_chars(text.data(), text.data() + text.size(), year);
    if (std::any_of(ranges.begin(), ranges.end(), [&](const YearRange& range) {
          return range.contains(year);
        })) {
      years.push_back(text);
    }
  }
  return years;
}

std::vector<std::uint32_t> SuggestScope::sample(std::size_t most) const {
  DocumentSet deeds = filtered_ ? *filtered_ : DocumentSet::all(tools_.documents.last());
  if (joint_) {
    deeds &= *joint_;
  }
  const std::size_t step = deeds.count() / most + 1;
  std::vector<std::uint32_t> sampled;
  std::size_t seen = 0;
  deeds.for_each([&](std::uint32_t document) {
    if (seen++ % step == 0) {
      sampled.push_back(document);
    }
  });
  return sampled;
}

// A word that no deed has together with the others leaves them as they are: the search looks for
// any of them.
void SuggestScope::add_context(std::string_view clause) {
  const Language language = tools_.search.analyzer.detect_language(clause);
  if (tools_.search.analyzer.is_stop_word(clause, language)) {
    return;
  }
  DocumentSet found = find(clause);
  if (joint_) {
    found &= *joint_;
  }
  if (!found.empty()) {
    joint_ = std::move(found);
  }
}

DocumentSet SuggestScope::find(std::string_view text) const {
  return tools_.documents.find(tools_.plans.plan(text, Interpretation::kHelpful)->query);
}

std::size_t SuggestScope::count_in_scope(DocumentSet found) const {
  if (filtered_) {
    found &= *filtered_;
  }
  return joint_ ? found.count_shared(*joint_) : found.count();
}

std::vector<std::string> SuggestScope::terms_of(std::string_view word, Language language) const {
  std::vector<std::string> terms;
  for (const auto& token : tools_.search.analyzer.analyze(word, language)) {
    for (const auto& term : *token.terms) {
      if (term.kind == TermKind::kBaseForm || term.kind == TermKind::kStem) {
        terms.push_back(index_term(class_of(term.kind, term.language), term.text));
      }
    }
  }
  return terms;
}

std::size_t SuggestScope::count_joint(std::string_view text, Language language) const {
  std::optional<DocumentSet> shared;
  for (const auto& token : tools_.search.analyzer.analyze(text, language)) {
    const std::string_view word = text.substr(token.start, token.end - token.start);
    if (tools_.search.analyzer.is_stop_word(word, language)) {
      continue;
    }
    DocumentSet found(tools_.documents.last());
    for (const auto& term : terms_of(word, language)) {
      found |= tools_.documents.find_term(term);
    }
    if (shared) {
      *shared &= found;
    } else {
      shared = std::move(found);
    }
  }
  return shared ? count_in_scope(std::move(*shared)) : 0;
}

std::size_t SuggestScope::count_joint(Facet facet, std::string_view value) const {
  return count_in_scope(tools_.documents.find_term(facet_term(facet, value)));
}

std::size_t SuggestScope::count_found(std::string_view text) const {
  const DocumentSet found = find(text);
  return filtered_ ? found.count_shared(*filtered_) : found.count();
}

std::size_t SuggestScope::count_found(std::string_view text,
                                      Facet facet,
                                      std::string_view value) const {
  DocumentSet found = find(text);
  if (filtered_) {
    found &= *filtered_;
  }
  return found.count_shared(tools_.documents.find_term(facet_term(facet, value)));
}

}  // namespace kiertoon
