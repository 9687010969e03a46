#include "search/query/expansion_planner.h"

#include <array>
#include <utility>

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

Query phrase_of(const std::vector<std::vector<TermAlternative>>& words) {
  std::vector<Query> queries;
  queries.reserve(words.size());
  for (const auto& word : words) {
    queries.push_back(whole_words(word));
  }
  return {Query::OP_PHRASE, queries.begin(), queries.end()};
}

}  // namespace

std::optional<PlannedExpansion> ExpansionPlanner::plan(const Expansion& expansion,
                                                       std::string typed,
                                                       ExpansionRole role) {
  PlannedExpansion planned{.query = {},
                           .word = {.word = typed},
                           .reading = {.word = std::move(typed), .language = expansion.language}};
  ClassGroups groups;
  std::vector<Query> phrases;
  for (const auto& name : expansion.names) {
    const auto& words = names_.of(name.text, name.language);
    if (words.empty()) {
      continue;
    }
    planned.reading.as.push_back(name.text);
    if (words.size() > 1) {
      phrases.push_back(phrase_of(words));
      planned.word.phrases.push_back({words, name.text, expansion.how});
      continue;
    }
    for (const auto& term : words.front()) {
      groups.add(term);
      auto& alternative = planned.word.alternatives.emplace_back(term);
      alternative.kind = expansion.how;
      alternative.name = name.text;
    }
  }
  if (planned.reading.as.empty()) {
    return std::nullopt;
  }
  phrases.push_back(groups.take());
  planned.query = weighted(any_of(phrases), weight_of(expansion.how, role));
  return planned;
}

}  // namespace kiertoon
