#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "analysis/language.h"
#include "analysis/thesaurus.h"
#include "analysis/translation/word_translator.h"
#include "search/query/query_languages.h"
#include "search/query/query_run.h"
#include "search/query/search_result.h"

namespace kiertoon {

// A name that may stand in a deed in place of words of the query.
struct ExpansionName {
  std::string text;  // one word or several
  Language language = Language::kFinnish;
  double confidence = 1.0;  // above 0, at most 1
};

// What words of a query also mean: other names of one concept, or translations of one word.
struct Expansion {
  std::size_t first = 0;  // word of the run
  std::size_t count = 1;  // words
  MatchKind how = MatchKind::kSynonym;
  Language language = Language::kFinnish;  // of the query's words
  std::vector<ExpansionName> names;        // surest first
};

// What an expansion may use.
enum class ExpansionScope { kSynonyms, kSynonymsAndTranslations };

// Says which other words a query's words may be met by: names of the same concept from the
// thesaurus, and what neither it nor the query's language offers from dictionaries. Not
// thread-safe. Thesaurus and translator must outlive it.
class QueryExpander {
 public:
  // `translator` is null where there are no dictionaries. `indexed`: languages of deeds in the
  // index; into others nothing is translated.
  QueryExpander(const Thesaurus& thesaurus,
                const WordTranslator* translator,
                std::vector<Language> indexed);

  [[nodiscard]] std::vector<Expansion> expand(const QueryRun& run,
                                              const QueryLanguages& languages,
                                              ExpansionScope scope) const;

 private:
  [[nodiscard]] std::vector<Expansion> from_thesaurus(const QueryRun& run,
                                                      const QueryLanguages& languages,
                                                      ExpansionScope scope) const;
  void add_concept(std::vector<Expansion>& expansions,
                   const NameTable::Match& match,
                   const QueryRun& run,
                   ExpansionScope scope) const;
  void add_from_dictionaries(std::vector<Expansion>& expansions,
                             const QueryRun& run,
                             const QueryLanguages& languages) const;
  void add_words_between(std::vector<Expansion>& expansions,
                         const QueryRun& run,
                         const std::vector<bool>& covered,
                         LanguagePair pair) const;
  [[nodiscard]] PhraseTranslation translations_at(std::span<const RunWord> words,
                                                  LanguagePair pair) const;
  [[nodiscard]] bool is_indexed(Language language) const;

  const Thesaurus& thesaurus_;
  const WordTranslator* translator_;
  std::vector<Language> indexed_;
};

}  // namespace kiertoon
