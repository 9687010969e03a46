#include "search/words/suggest_scope.h"

#include <algorithm>
#include <utility>

#include "search/index/schema.h"
#include "search/query/facet_decider.h"
#include "search/query/query_planner.h"

namespace kiertoon {

SuggestScope::SuggestScope(const SuggestTools& tools,
                           const Filters& filters,
                           const TypedText& typed)
    : tools_(tools) {
  const FacetDecider decider(tools.snapshot.columns(), filters, {});
  if (decider.has_filters()) {
    filtered_.emplace(tools.documents.last());
    for (std::uint32_t document = 1; document <= tools.documents.last(); ++document) {
      if (decider.passes(document)) {
        filtered_->insert(document);
      }
    }
  }
  for (const std::string_view clause : typed.context) {
    add_context(clause);
  }
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
  QueryPlanner planner({.search = tools_.search,
                        .columns = tools_.snapshot.columns(),
                        .database = tools_.database,
                        .languages = tools_.languages});
  return tools_.documents.find(planner.plan(text, Interpretation::kHelpful).query);
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
