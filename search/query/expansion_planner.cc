#include "search/query/expansion_planner.h"

#include <algorithm>
#include <array>
#include <utility>

#include "search/query/found_deeds.h"
#include "search/query/xapian_query.h"

namespace kiertoon {
namespace {

using Query = Xapian::Query;

constexpr ExpansionWeights kWeights;
constexpr KindWeights kKindWeights;

double weight_of(TermClass term_class) {
  switch (term_class) {
    case TermClass::kBase:
      return kKindWeights.base_form;
    case TermClass::kPart:
      return kKindWeights.word_part;
    case TermClass::kFinnishStem:
    case TermClass::kSwedishStem:
    case TermClass::kEnglishStem:
    case TermClass::kSurface:
      break;
  }
  return kKindWeights.stem;
}

double weight_of(MatchKind how, ExpansionRole role) {
  if (how == MatchKind::kSynonym) {
    return kWeights.synonym;
  }
  return role == ExpansionRole::kAddition ? kWeights.additional_translation : kWeights.translation;
}

// The terms of each class as one, for Pirkola's structured query.
class ClassGroups {
 public:
  void add(const TermAlternative& alternative) {
    groups_.at(static_cast<std::size_t>(alternative.term_class)).emplace_back(alternative.term);
  }

  [[nodiscard]] Query take() const {
    std::vector<Query> queries;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const auto& terms = groups_.at(i);
      if (!terms.empty()) {
        queries.push_back(weighted(Query(Query::OP_SYNONYM, terms.begin(), terms.end()),
                                   weight_of(static_cast<TermClass>(i))));
      }
    }
    return any_of(queries);
  }

 private:
  std::array<std::vector<Query>, kTermClassCount> groups_;
};

// Tells names and how they are met apart from all others.
std::string key_of(const Expansion& expansion) {
  std::string key(1, expansion.how == MatchKind::kSynonym ? 's' : 't');
  for (const auto& name : expansion.names) {
    key += static_cast<char>('0' + static_cast<int>(name.language));
    key += name.text;
    key += '\n';
  }
  return key;
}

// What tells whether names are forms of one: "TE-palvelu" and "TE-palvelut".
std::string surest_terms(const std::vector<std::vector<TermAlternative>>& words) {
  std::string terms;
  for (const auto& word : words) {
    terms += word.front().term + ' ';
  }
  return terms;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Query phrase_of(const std::vector<std::vector<TermAlternative>>& words) {
  std::vector<Query> queries;
  queries.reserve(words.size());
  for (const auto& word : words) {
    queries.push_back(whole_words(word));
  }
  return {Query::OP_PHRASE, queries.begin(), queries.end()};
}

}  // namespace

ExpansionPlanner::Names ExpansionPlanner::plan_names(const Expansion& expansion) {
  Names planned;
  ClassGroups groups;
  std::vector<Query> phrases;
  std::vector<std::string> known_terms;
  for (const auto& name : expansion.names) {
    const auto& words = names_.of(name.text, name.language);
    std::string terms = surest_terms(words);
    if (words.empty() || contains(known_terms, terms)) {
      continue;
    }
    known_terms.push_back(std::move(terms));
    planned.has_words = true;
    if (words.size() == 1) {
      for (TermAlternative term : words.front()) {
        groups.add(term);
        term.kind = expansion.how;
        term.name = name.text;
        planned.alternatives.push_back(std::move(term));
      }
    } else if (Query phrase = found(phrase_of(words)); !phrase.empty()) {
      phrases.push_back(std::move(phrase));
      planned.phrases.push_back({words, name.text, expansion.how});
    } else {
      continue;
    }
    if (!contains(planned.in_index, name.text)) {  // one name in two languages is shown once
      planned.in_index.push_back(name.text);
    }
  }
  phrases.push_back(groups.take());
  planned.query = found(any_of(phrases));
  return planned;
}

Query ExpansionPlanner::found(const Query& query) const {
  return queries_ == ExpansionQueries::kTerms || query.empty() ? query
                                                               : found_deeds(database_, query);
}

const ExpansionPlanner::Names& ExpansionPlanner::names_of(const Expansion& expansion) {
  const std::string key = key_of(expansion);
  const Names* known = known_.find(key);
  return known == nullptr ? known_.insert(key, plan_names(expansion)) : *known;
}

std::optional<PlannedExpansion> ExpansionPlanner::plan(const Expansion& expansion,
                                                       std::string typed,
                                                       ExpansionRole role) {
  const Names& names = names_of(expansion);
  if (!names.has_words) {
    return std::nullopt;
  }
  return PlannedExpansion{
      .query = weighted(names.query, weight_of(expansion.how, role)),
      .word = {.word = typed, .alternatives = names.alternatives, .phrases = names.phrases},
      .reading = {.word = std::move(typed), .language = expansion.language, .as = names.in_index}};
}

}  // namespace kiertoon
