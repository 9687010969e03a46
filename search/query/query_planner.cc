#include "search/query/query_planner.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "analysis/text.h"

namespace kiertoon {
namespace {

using Query = Xapian::Query;

constexpr std::size_t kMostWordsNear = 6;  // of longer questions the words need not stand close
constexpr std::size_t kNearWindow = 5;     // other words that may stand between
constexpr Xapian::termcount kMostExpansions = 200;  // words that one "word*" stands for
constexpr CombinationWeights kWeights;

Query any_of(const std::vector<Query>& queries) {
  return Query(Query::OP_OR, queries.begin(), queries.end());
}
Query all_of(const std::vector<Query>& queries) {
  return Query(Query::OP_AND, queries.begin(), queries.end());
}

Query weighted(const Query& query, double weight) {
  return weight == 1.0 ? query : Query(Query::OP_SCALE_WEIGHT, query, weight);
}

// Matches without counting in the ranking.
Query as_filter(const Query& query) {
  return Query(Query::OP_SCALE_WEIGHT, query, 0.0);
}

Query from_alternatives(const std::vector<TermAlternative>& alternatives) {
  std::vector<Query> terms;
  terms.reserve(alternatives.size());
  for (const auto& alternative : alternatives) {
    terms.push_back(weighted(Query(alternative.term), alternative.weight));
  }
  return any_of(terms);
}

// How terms that begin with `text` are spelt: folded, and abbreviations in capitals.
std::vector<std::string> prefixes_of(std::string_view text) {
  std::vector<std::string> prefixes{fold(normalise(text))};
  if (std::string capitals = to_upper(prefixes.front()); capitals != prefixes.front()) {
    prefixes.push_back(std::move(capitals));
  }
  return prefixes;
}

bool is_whole_word(const TermAlternative& alternative) {
  return alternative.kind == MatchKind::kBaseForm || alternative.kind == MatchKind::kStem;
}

// The terms that stand for the whole word, with the letter of a field or none.
Query whole_words(const std::vector<TermAlternative>& alternatives) {
  std::vector<Query> terms;
  for (const auto& alternative : alternatives) {
    if (is_whole_word(alternative)) {
      terms.emplace_back(alternative.term);
    }
  }
  return any_of(terms);
}

// The facet's value that `text` names: a slug, or a label in any language.
std::optional<std::string> facet_value(const Vocabulary& vocabulary,
                                       Facet facet,
                                       const std::vector<std::string>& slugs,
                                       std::string_view text) {
  const std::string wanted = fold(normalise(text));
  for (const auto& slug : slugs) {
    if (fold(slug) == wanted) {
      return slug;
    }
    for (const Language language : kLanguages) {
      if (fold(vocabulary.label(facet, slug, language)) == wanted) {
        return slug;
      }
    }
  }
  return std::nullopt;
}

std::vector<std::string> values_of(const Vocabulary& vocabulary, Facet facet) {
  std::vector<std::string> values;
  if (facet == Facet::kLanguage) {
    for (const Language language : kLanguages) {
      values.emplace_back(language_code(language));
    }
  } else if (facet == Facet::kAward) {
    for (const AwardKind kind :
         {AwardKind::kWinner, AwardKind::kHonourableMention, AwardKind::kFinalist}) {
      values.emplace_back(name_of(kind));
    }
  } else if (facet == Facet::kProgramme) {
    for (const auto& programme : vocabulary.programmes()) {
      values.push_back(programme.slug);
    }
  } else if (facet == Facet::kOrganisationType) {
    for (const auto& type : vocabulary.organisation_types()) {
      values.push_back(type.slug);
    }
  }
  return values;
}

std::optional<Facet> facet_of(TextField field) {
  switch (field) {
    case TextField::kThemes:
      return Facet::kTheme;
    case TextField::kSectors:
      return Facet::kSector;
    case TextField::kOrganisations:
      return Facet::kOrganisation;
    case TextField::kTitle:
    case TextField::kSummary:
    case TextField::kSections:
    case TextField::kKeywords:
      break;
  }
  return std::nullopt;
}

}  // namespace

QueryPlanner::QueryPlanner(Analyzer& analyzer,
                           const Vocabulary& vocabulary,
                           const std::vector<std::string>& years)
    : analyzer_(analyzer), vocabulary_(vocabulary), years_(years) {}

std::vector<Token> QueryPlanner::tokens_of(std::string_view text) {
  return analyzer_.analyze(text, language_, TextRole::kQuery);
}

bool QueryPlanner::is_stop_word(std::string_view word) const {
  return analyzer_.is_stop_word(word, language_);
}

bool QueryPlanner::has_content_word(const QueryClause& clause) {
  if (clause.kind != QueryClause::Kind::kWords || clause.field) {
    return true;
  }
  const auto tokens = tokens_of(clause.text);
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return !is_stop_word(
        std::string_view(clause.text).substr(token.start, token.end - token.start));
  });
}

bool QueryPlanner::has_content_word(const ParsedQuery& parsed) {
  return std::any_of(parsed.groups.begin(), parsed.groups.end(), [&](const QueryGroup& group) {
    return !group.is_excluded &&
           std::any_of(group.alternatives.begin(),
                       group.alternatives.end(),
                       [&](const QueryClause& clause) { return has_content_word(clause); });
  });
}

QueryPlan QueryPlanner::plan(std::string_view text) {
  const ParsedQuery parsed = parse_query(text);
  language_ = analyzer_.detect_language(text);
  skips_stop_words_ = has_content_word(parsed);
  for (const auto& group : parsed.groups) {
    plan_group(group);
  }
  return {.query = combine(), .words = std::move(words_)};
}

void QueryPlanner::plan_group(const QueryGroup& group) {
  std::vector<Query> alternatives;
  bool is_required = true;
  for (const auto& clause : group.alternatives) {
    Query query = group.is_excluded ? plan_excluded(clause) : plan_clause(clause);
    if (query.empty()) {
      continue;
    }
    const bool is_plain =
        clause.kind == QueryClause::Kind::kWords || clause.kind == QueryClause::Kind::kPrefix;
    is_required = is_required && (clause.field || !is_plain);
    alternatives.push_back(clause.is_aside ? weighted(query, kWeights.aside) : query);
  }
  if (alternatives.empty()) {
    return;
  }
  auto& target = group.is_excluded ? excluded_ : is_required ? required_ : optional_;
  target.push_back(any_of(alternatives));
}

Query QueryPlanner::plan_clause(const QueryClause& clause) {
  if (clause.field) {
    return plan_field(clause);
  }
  switch (clause.kind) {
    case QueryClause::Kind::kPhrase:
      return plan_phrase(clause);
    case QueryClause::Kind::kPrefix:
      return plan_prefix(clause);
    case QueryClause::Kind::kFacet:
      return plan_facet(clause);
    case QueryClause::Kind::kYears:
      return plan_years(clause);
    case QueryClause::Kind::kWords:
      break;
  }
  return plan_words(clause);
}

QueryPlanner::WordPlan QueryPlanner::plan_word(const Token& token, std::string_view word) {
  PlannedWord planned{.word = std::string(word),
                      .alternatives = term_alternatives(token, language_),
                      .prefixes = {}};
  WordPlan plan{.query = from_alternatives(planned.alternatives),
                .surest = whole_words(planned.alternatives)};
  remember(std::move(planned));
  return plan;
}

// A word that the query repeats is matched and shown once.
void QueryPlanner::remember(PlannedWord planned) {
  const bool is_known = std::any_of(
      words_.begin(), words_.end(), [&](const PlannedWord& it) { return it.word == planned.word; });
  if (!is_known) {
    words_.push_back(std::move(planned));
  }
}

Query QueryPlanner::plan_words(const QueryClause& clause) {
  std::vector<Query> queries;
  for (const auto& token : tokens_of(clause.text)) {
    const std::string_view word =
        std::string_view(clause.text).substr(token.start, token.end - token.start);
    if (skips_stop_words_ && is_stop_word(word)) {
      continue;
    }
    WordPlan planned = plan_word(token, word);
    queries.push_back(std::move(planned.query));
    if (!planned.surest.empty() && !clause.is_aside) {
      near_.push_back(std::move(planned.surest));
    }
  }
  return any_of(queries);
}

// Each place of the phrase takes the whole words of its token. A hyphenated word takes several
// places, of which the first holds it.
Query QueryPlanner::plan_phrase(const QueryClause& clause) {
  std::vector<Query> words;
  std::uint32_t places = 0;
  for (const auto& token : tokens_of(clause.text)) {
    WordPlan planned = plan_word(
        token, std::string_view(clause.text).substr(token.start, token.end - token.start));
    words.push_back(std::move(planned.surest));
    places = token.position + 1;
  }
  if (words.size() < 2) {
    return any_of(words);
  }
  return Query(Query::OP_PHRASE, words.begin(), words.end(), places);
}

Query QueryPlanner::plan_prefix(const QueryClause& clause) {
  std::vector<std::string> prefixes = prefixes_of(clause.text);
  std::vector<Query> terms;
  for (const auto& prefix : prefixes) {
    for (const auto& spec : kTermClasses) {
      terms.emplace_back(Query::OP_WILDCARD,
                         index_term(spec.term_class, prefix),
                         kMostExpansions,
                         Query::WILDCARD_LIMIT_MOST_FREQUENT,
                         Query::OP_SYNONYM);
    }
  }
  remember({.word = clause.text + "*", .alternatives = {}, .prefixes = std::move(prefixes)});
  return Query(Query::OP_SYNONYM, terms.begin(), terms.end());
}

// Required in the field, ranked by the words as they stand anywhere.
Query QueryPlanner::plan_field(const QueryClause& clause) {
  const char letter = spec_of(*clause.field).letter;
  std::vector<Query> ranking;
  std::vector<Query> required;
  for (const auto& token : tokens_of(clause.text)) {
    std::vector<Query> in_field;
    WordPlan planned = plan_word(
        token, std::string_view(clause.text).substr(token.start, token.end - token.start));
    ranking.push_back(std::move(planned.query));
    for (const auto& alternative : term_alternatives(token, language_)) {
      if (is_whole_word(alternative)) {
        in_field.emplace_back(letter + alternative.term);
        in_field.emplace_back(letter + index_term(TermClass::kPart, alternative.text));
      }
    }
    if (clause.kind == QueryClause::Kind::kPrefix) {
      for (const auto& prefix : prefixes_of(clause.text)) {
        in_field.emplace_back(Query::OP_WILDCARD,
                              letter + index_term(TermClass::kBase, prefix),
                              kMostExpansions,
                              Query::WILDCARD_LIMIT_MOST_FREQUENT);
      }
    }
    required.push_back(any_of(in_field));
  }
  Query found = all_of(required);
  if (const auto facet = facet_of(*clause.field)) {
    found = Query(Query::OP_OR, found, Query(facet_term(*facet, fold(clause.text))));
  }
  return Query(Query::OP_AND_MAYBE, as_filter(found), any_of(ranking));
}

Query QueryPlanner::plan_facet(const QueryClause& clause) {
  const auto value =
      facet_value(vocabulary_, *clause.facet, values_of(vocabulary_, *clause.facet), clause.text);
  if (!value) {
    return plan_words(clause);
  }
  return as_filter(Query(facet_term(*clause.facet, *value)));
}

Query QueryPlanner::plan_years(const QueryClause& clause) const {
  std::vector<Query> years;
  for (const auto& text : years_) {
    int year = 0;
    std::from_chars(text.data(), text.data() + text.size(), year);
    if (clause.years.contains(year)) {
      years.emplace_back(facet_term(Facet::kYear, text));
    }
  }
  return years.empty() ? Query(facet_term(Facet::kYear, clause.text)) : as_filter(any_of(years));
}

// Excluding a word leaves the compounds that hold it: "-työ" does not take away "työhyvinvointi".
Query QueryPlanner::plan_excluded(const QueryClause& clause) {
  const auto known_words = words_.size();
  Query query;
  if (clause.kind == QueryClause::Kind::kWords && !clause.field) {
    std::vector<Query> words;
    for (const auto& token : tokens_of(clause.text)) {
      words.push_back(whole_words(term_alternatives(token, language_)));
    }
    query = all_of(words);
  } else {
    query = plan_clause(clause);
  }
  words_.resize(known_words);
  return query;
}

Query QueryPlanner::nearness() const {
  if (near_.size() < 2 || near_.size() > kMostWordsNear) {
    return {};
  }
  const auto window = static_cast<Xapian::termcount>(near_.size() + kNearWindow);
  return Query(Query::OP_NEAR, near_.begin(), near_.end(), window);
}

Query QueryPlanner::combine() const {
  Query wanted = any_of(optional_);
  if (const Query near = nearness(); !near.empty()) {
    wanted = Query(Query::OP_OR, wanted, weighted(near, kWeights.nearness));
  }
  if (!required_.empty()) {
    wanted =
        wanted.empty() ? all_of(required_) : Query(Query::OP_AND_MAYBE, all_of(required_), wanted);
  }
  if (wanted.empty()) {
    // Not Query::MatchAll, whose reference count is not safe between threads.
    wanted = Query(std::string());
  }
  return excluded_.empty() ? wanted : Query(Query::OP_AND_NOT, wanted, any_of(excluded_));
}

}  // namespace kiertoon
