#include "search/query/query_expander.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "analysis/action_noun.h"

namespace kiertoon {
namespace {

constexpr std::size_t kMostWordsOfTerm = 3;  // of a dictionary's headword
// Of a concept in one language, the preferred ones first: the last are what people say rather than
// write. 4, 6, 8 and all were tried on the collections and the own queries together.
constexpr std::size_t kMostNames = 6;

std::vector<Token> tokens_of(const QueryRun& run) {
  std::vector<Token> tokens;
  tokens.reserve(run.size());
  for (const auto& word : run) {
    tokens.push_back(word.token);
  }
  return tokens;
}

// Whether a word of a name is what a token of the query is a form of.
bool is_form_of(const Token& token, const ThesaurusName& name, std::string_view word) {
  if (name.language == Language::kFinnish && action_noun(surface_form(*token.terms)) == word) {
    return true;
  }
  return std::any_of(token.terms->begin(), token.terms->end(), [&](const Term& term) {
    return term.language == name.language &&
           (term.text == word || (term.kind == TermKind::kStem && word.starts_with(term.text) &&
                                  name.language != Language::kFinnish));
  });
}

// Whether the words of the query are forms of that very name.
bool is_own_name(std::span<const RunWord> words, const ThesaurusName& name) {
  return std::equal(
      words.begin(),
      words.end(),
      name.words.begin(),
      name.words.end(),
      [&](const RunWord& word, const std::string& it) { return is_form_of(word.token, name, it); });
}

// Words that an expansion into `language` covers already.
std::vector<bool> covered_words(const std::vector<Expansion>& expansions,
                                std::size_t words,
                                Language language) {
  std::vector<bool> covered(words, false);
  for (const auto& expansion : expansions) {
    const bool is_into =
        std::any_of(expansion.names.begin(), expansion.names.end(), [&](const ExpansionName& name) {
          return name.language == language;
        });
    if (is_into) {
      std::fill_n(
          covered.begin() + static_cast<std::ptrdiff_t>(expansion.first), expansion.count, true);
    }
  }
  return covered;
}

}  // namespace

QueryExpander::QueryExpander(const Thesaurus& thesaurus,
                             const WordTranslator* translator,
                             std::vector<Language> indexed)
    : thesaurus_(thesaurus), translator_(translator), indexed_(std::move(indexed)) {}

bool QueryExpander::is_indexed(Language language) const {
  return std::find(indexed_.begin(), indexed_.end(), language) != indexed_.end();
}

std::vector<Expansion> QueryExpander::expand(const QueryRun& run,
                                             const QueryLanguages& languages,
                                             ExpansionScope scope) const {
  auto expansions = from_thesaurus(run, languages, scope);
  if (translator_ != nullptr && scope == ExpansionScope::kSynonymsAndTranslations) {
    add_from_dictionaries(expansions, run, languages);
  }
  return expansions;
}

// Of names that overlap, the longest counts: "varhainen tuki" is no "tuki".
std::vector<Expansion> QueryExpander::from_thesaurus(const QueryRun& run,
                                                     const QueryLanguages& languages,
                                                     ExpansionScope scope) const {
  std::vector<Expansion> expansions;
  std::size_t covered_until = 0;
  std::size_t count = 0;
  std::size_t first = 0;
  for (const auto& match : thesaurus_.find(tokens_of(run))) {
    const bool is_same_place = !expansions.empty() && match.first == first && match.count == count;
    if (!languages.may_be(match.language) || (match.first < covered_until && !is_same_place)) {
      continue;
    }
    if (match.count == 1 && run[match.first].is_stop_word) {
      continue;
    }
    first = match.first;
    count = match.count;
    covered_until = first + count;
    add_concept(expansions, match, run, scope);
  }
  return expansions;
}

void QueryExpander::add_concept(std::vector<Expansion>& expansions,
                                const NameTable::Match& match,
                                const QueryRun& run,
                                ExpansionScope scope) const {
  Expansion synonyms{.first = match.first,
                     .count = match.count,
                     .how = MatchKind::kSynonym,
                     .language = match.language,
                     .names = {}};
  Expansion translations = synonyms;
  translations.how = MatchKind::kTranslation;
  const auto words = std::span(run).subspan(match.first, match.count);
  for (const auto& name : thesaurus_.at(match.id).names) {
    if (!is_indexed(name.language) ||
        (name.language == match.language && is_own_name(words, name))) {
      continue;
    }
    auto& names = name.language == match.language ? synonyms.names : translations.names;
    const auto taken = std::count_if(names.begin(), names.end(), [&](const ExpansionName& it) {
      return it.language == name.language;
    });
    if (static_cast<std::size_t>(taken) < kMostNames) {
      names.push_back({name.text, name.language});
    }
  }
  if (!synonyms.names.empty()) {
    expansions.push_back(std::move(synonyms));
  }
  if (!translations.names.empty() && scope == ExpansionScope::kSynonymsAndTranslations) {
    expansions.push_back(std::move(translations));
  }
}

// Each word that the thesaurus does not translate, or several that are one headword.
void QueryExpander::add_from_dictionaries(std::vector<Expansion>& expansions,
                                          const QueryRun& run,
                                          const QueryLanguages& languages) const {
  for (const Language to : indexed_) {
    if (languages.may_be(to)) {
      continue;
    }
    auto covered = covered_words(expansions, run.size(), to);
    for (const Language from : languages.possible) {
      add_words_between(expansions, run, covered, {from, to});
    }
  }
}

void QueryExpander::add_words_between(std::vector<Expansion>& expansions,
                                      const QueryRun& run,
                                      const std::vector<bool>& covered,
                                      LanguagePair pair) const {
  for (std::size_t first = 0; first < run.size();) {
    std::size_t free = 0;
    while (first + free < run.size() && !covered[first + free]) {
      ++free;
    }
    auto [words, translations] = translations_at(std::span(run).subspan(first, free), pair);
    if (!translations.empty()) {
      Expansion expansion{.first = first,
                          .count = words,
                          .how = MatchKind::kTranslation,
                          .language = pair.from,
                          .names = {}};
      for (auto& translation : translations) {
        expansion.names.push_back({std::move(translation.text), pair.to, translation.confidence});
      }
      expansions.push_back(std::move(expansion));
    }
    first += words;
  }
}

// Of the longest headword that begins with the first word.
PhraseTranslation QueryExpander::translations_at(std::span<const RunWord> words,
                                                 LanguagePair pair) const {
  if (words.empty()) {
    return {.words = 1, .translations = {}};
  }
  std::vector<SourceWord> sources;
  for (const auto& word : words.first(std::min(words.size(), kMostWordsOfTerm))) {
    sources.push_back({word.text, word.token.terms.get()});
  }
  if (auto phrase = translator_->translate_phrase(sources, pair.from, pair.to)) {
    return std::move(*phrase);
  }
  const RunWord& word = words.front();
  return {.words = 1,
          .translations = translator_->translate(word.text, *word.token.terms, pair.from, pair.to)};
}

}  // namespace kiertoon
