#include "search/query/expansion_planner.h"

#include <algorithm>
#include <array>
#include <utility>

#include "search/query/xapian_query.h"

namespace kiertoon {
namespace {

using Query = Xapian::Query;

constexpr ExpansionWeights kWeights;
constexpr KindWeights kKindWeights;

// Whether a term stands for a word of a name: as a whole word, or as a part of compounds.
bool stands_for_name(const TermAlternative& alternative, const std::vector<std::string>& whole) {
  return is_whole_word(alternative) ||
         std::find(whole.begin(), whole.end(), alternative.text) != whole.end();
}

std::vector<std::string> whole_word_texts(const std::vector<TermAlternative>& alternatives) {
  std::vector<std::string> texts;
  for (const auto& alternative : alternatives) {
    if (is_whole_word(alternative)) {
      texts.push_back(alternative.text);
    }
  }
  return texts;
}

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

ExpansionPlanner::ExpansionPlanner(Analyzer& analyzer, const Xapian::Database& database)
    : analyzer_(analyzer), database_(database) {}

// Terms that the index has not are left out; a name with a word that has no other is none.
std::optional<ExpansionPlanner::PlannedName> ExpansionPlanner::plan_name(
    const ExpansionName& name) const {
  PlannedName planned;
  const auto tokens = analyzer_.analyze(name.text, name.language);
  for (const auto& token : tokens) {
    auto terms = term_alternatives(token, name.language);
    const auto whole = tokens.size() == 1 ? whole_word_texts(terms) : std::vector<std::string>();
    std::erase_if(terms, [&](const TermAlternative& alternative) {
      return !stands_for_name(alternative, whole) || !database_.term_exists(alternative.term);
    });
    if (terms.empty()) {
      return std::nullopt;
    }
    planned.words.push_back(std::move(terms));
  }
  return planned.words.empty() ? std::nullopt : std::optional(std::move(planned));
}

std::optional<PlannedExpansion> ExpansionPlanner::plan(const Expansion& expansion,
                                                       std::string typed,
                                                       ExpansionRole role) const {
  PlannedExpansion planned{.query = {},
                           .word = {.word = typed},
                           .reading = {.word = std::move(typed), .language = expansion.language}};
  ClassGroups groups;
  std::vector<Query> phrases;
  for (const auto& name : expansion.names) {
    auto found = plan_name(name);
    if (!found) {
      continue;
    }
    planned.reading.as.push_back(name.text);
    if (found->words.size() > 1) {
      phrases.push_back(phrase_of(found->words));
      planned.word.phrases.push_back({std::move(found->words), name.text, expansion.how});
      continue;
    }
    for (auto& alternative : found->words.front()) {
      groups.add(alternative);
      alternative.kind = expansion.how;
      alternative.name = name.text;
      planned.word.alternatives.push_back(std::move(alternative));
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
