#include "search/query/query_planner.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "analysis/text.h"
#include "search/query/facet_value.h"
#include "search/query/xapian_query.h"

namespace kiertoon {
namespace {

using Query = Xapian::Query;

constexpr Xapian::termcount kMostExpansions = 200;  // words that one "word*" stands for
constexpr CombinationWeights kWeights;

// How terms that begin with `text` are spelt: folded, and abbreviations in capitals.
std::vector<std::string> prefixes_of(std::string_view text) {
  std::vector<std::string> prefixes{fold(normalise(text))};
  if (std::string capitals = to_upper(prefixes.front()); capitals != prefixes.front()) {
    prefixes.push_back(std::move(capitals));
  }
  return prefixes;
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

// The words of the query an expansion is for, as typed.
std::string text_of(const QueryRun& run, const Expansion& expansion) {
  std::string text(run[expansion.first].text);
  for (std::size_t i = 1; i < expansion.count; ++i) {
    text += " " + std::string(run[expansion.first + i].text);
  }
  return text;
}

}  // namespace

QueryPlanner::QueryPlanner(const PlannerTools& tools)
    : tools_(tools.search),
      columns_(tools.columns),
      languages_of_index_(tools.languages),
      terms_(tools.terms),
      expansion_planner_(tools.expansions) {}

const std::vector<Token>& QueryPlanner::tokens_of(const QueryClause& clause) {
  const auto [place, is_new] = tokens_.try_emplace({&clause, language_});
  if (is_new) {
    place->second = tools_.analyzer.analyze(clause.text, language_, TextRole::kQuery);
  }
  return place->second;
}

bool QueryPlanner::is_stop_word(std::string_view word) const {
  return tools_.analyzer.is_stop_word(word, language_);
}

// Words of groups that follow each other and are nothing but words.
std::vector<QueryRun> QueryPlanner::runs_of(const ParsedQuery& parsed) {
  std::vector<QueryRun> runs(1);
  for (const auto& group : parsed.groups) {
    const QueryClause& clause = group.alternatives.front();
    const bool is_plain = !group.is_excluded && group.alternatives.size() == 1 && !clause.field &&
                          clause.kind == QueryClause::Kind::kWords && !clause.is_aside;
    if (!is_plain) {
      runs.emplace_back();
      continue;
    }
    for (const auto& token : tokens_of(clause)) {
      const std::string_view word =
          std::string_view(clause.text).substr(token.start, token.end - token.start);
      runs.back().push_back({token, word, &clause, is_stop_word(word)});
    }
  }
  std::erase_if(runs, [](const QueryRun& run) { return run.empty(); });
  return runs;
}

bool QueryPlanner::has_content_word(const QueryClause& clause) {
  if (clause.kind != QueryClause::Kind::kWords || clause.field) {
    return true;
  }
  const auto& tokens = tokens_of(clause);
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

QueryPlan QueryPlanner::plan(std::string_view text, Interpretation interpretation) {
  const ParsedQuery parsed = parse_query(text);
  language_ = tools_.analyzer.detect_language(text);
  const auto runs = runs_of(parsed);
  const QueryLanguages languages =
      languages_of(runs, language_, tools_.thesaurus, tools_.translator);
  language_ = languages.likely();
  skips_stop_words_ = has_content_word(parsed);
  if (interpretation != Interpretation::kExact) {
    const auto scope = interpretation == Interpretation::kHelpful
                           ? ExpansionScope::kSynonymsAndTranslations
                           : ExpansionScope::kSynonyms;
    for (const auto& run : runs) {
      plan_expansions(run, languages, scope);
    }
    plan_recognised(runs);
  }
  for (const auto& group : parsed.groups) {
    plan_group(group);
  }
  return {.query = combine(parts_, kWeights),
          .has_conditions = !parts_.required.empty() || !parts_.excluded.empty(),
          .words = std::move(words_),
          .reading = std::move(reading_)};
}

// Words that the index has are an answer already, where their language is common there.
ExpansionRole QueryPlanner::role_of(const Expansion& expansion, const QueryRun& run) const {
  const auto is_in_index = [&](const RunWord& word) {
    const auto terms = term_alternatives(word.token, expansion.language);
    return std::any_of(terms.begin(), terms.end(), [&](const TermAlternative& term) {
      return is_whole_word(term) && term.language == expansion.language && terms_.has(term.term);
    });
  };
  const auto words = std::span(run).subspan(expansion.first, expansion.count);
  return languages_of_index_.is_common(expansion.language) &&
                 std::all_of(words.begin(), words.end(), is_in_index)
             ? ExpansionRole::kAddition
             : ExpansionRole::kInPlace;
}

void QueryPlanner::plan_expansions(const QueryRun& run,
                                   const QueryLanguages& languages,
                                   ExpansionScope scope) {
  const QueryExpander expander(
      tools_.thesaurus, tools_.translator, languages_of_index_.represented);
  for (const auto& expansion : expander.expand(run, languages, scope)) {
    auto planned =
        expansion_planner_.plan(expansion, text_of(run, expansion), role_of(expansion, run));
    if (!planned) {
      continue;
    }
    const bool is_synonym = expansion.how == MatchKind::kSynonym;
    if (planned->reading.as.empty()) {
      auto& unmet = is_synonym ? reading_.unmet_synonyms : reading_.unmet_translated;
      unmet.push_back(std::move(planned->reading));
      continue;
    }
    expansions_.push_back({run[expansion.first].clause, std::move(planned->query)});
    add_planned_word(words_, std::move(planned->word));
    auto& readings = is_synonym ? reading_.synonyms : reading_.translated;
    readings.push_back(std::move(planned->reading));
  }
}

void QueryPlanner::plan_recognised(const std::vector<QueryRun>& runs) {
  bool is_all_recognised = !runs.empty();
  for (const auto& run : runs) {
    auto [names, is_whole_run] = tools_.recogniser.recognise(run, columns_);
    is_all_recognised = is_all_recognised && is_whole_run;
    std::move(names.begin(), names.end(), std::back_inserter(reading_.recognised));
  }
  for (const auto& name : reading_.recognised) {
    parts_.recognised.emplace_back(facet_term(name.facet, name.value));
  }
  parts_.is_all_recognised = is_all_recognised;
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
  auto& target = group.is_excluded ? parts_.excluded
                 : is_required     ? parts_.required
                                   : parts_.optional;
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

// "te-palvelu" is not to meet every "te".
void QueryPlanner::leave_out_function_words(std::vector<TermAlternative>& alternatives) const {
  std::erase_if(alternatives, [this](const TermAlternative& it) {
    return it.kind == MatchKind::kWordPart && tools_.analyzer.is_stop_form(it.text, it.language);
  });
}

QueryPlanner::WordPlan QueryPlanner::plan_word(const Token& token, std::string_view word) {
  PlannedWord planned{.word = std::string(word),
                      .alternatives = term_alternatives(token, language_)};
  leave_out_function_words(planned.alternatives);
  auto surest = planned.alternatives;
  std::erase_if(surest, [](const TermAlternative& it) { return !is_whole_word(it); });
  leave_out_absent(surest, terms_);
  leave_out_absent(planned.alternatives, terms_);
  WordPlan plan{.query = from_alternatives(planned.alternatives), .surest = whole_words(surest)};
  add_planned_word(words_, std::move(planned));
  return plan;
}

Query QueryPlanner::plan_words(const QueryClause& clause) {
  std::vector<Query> queries;
  for (const auto& token : tokens_of(clause)) {
    const std::string_view word =
        std::string_view(clause.text).substr(token.start, token.end - token.start);
    if (skips_stop_words_ && is_stop_word(word)) {
      continue;
    }
    WordPlan planned = plan_word(token, word);
    queries.push_back(std::move(planned.query));
    if (!planned.surest.empty() && !clause.is_aside) {
      parts_.near.push_back(std::move(planned.surest));
    }
  }
  for (const auto& expansion : expansions_) {
    if (expansion.clause == &clause) {
      queries.push_back(expansion.query);
    }
  }
  return any_of(queries);
}

// Each place of the phrase takes the whole words of its token. A hyphenated word takes several
// places, of which the first holds it.
Query QueryPlanner::plan_phrase(const QueryClause& clause) {
  std::vector<Query> words;
  std::uint32_t places = 0;
  for (const auto& token : tokens_of(clause)) {
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
  add_planned_word(words_, {.word = clause.text + "*", .prefixes = std::move(prefixes)});
  return Query(Query::OP_SYNONYM, terms.begin(), terms.end());
}

// Required in the field, ranked by the words as they stand anywhere.
Query QueryPlanner::plan_field(const QueryClause& clause) {
  const char letter = spec_of(*clause.field).letter;
  std::vector<Query> ranking;
  std::vector<Query> required;
  for (const auto& token : tokens_of(clause)) {
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
  const auto value = named_facet_value(tools_.vocabulary, *clause.facet, clause.text);
  if (!value) {
    return plan_words(clause);
  }
  return as_filter(Query(facet_term(*clause.facet, *value)));
}

Query QueryPlanner::plan_years(const QueryClause& clause) const {
  std::vector<Query> years;
  for (const auto& text : columns_.values(Facet::kYear)) {
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
    for (const auto& token : tokens_of(clause)) {
      words.push_back(whole_words(term_alternatives(token, language_)));
    }
    query = all_of(words);
  } else {
    query = plan_clause(clause);
  }
  words_.resize(known_words);
  return query;
}

}  // namespace kiertoon
