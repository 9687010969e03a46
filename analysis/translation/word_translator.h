#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/language.h"
#include "analysis/snowball.h"
#include "analysis/token.h"
#include "analysis/translation/dictionaries.h"
#include "analysis/translation/source_word.h"
#include "analysis/translation/translation_table.h"
#include "base/bounded_cache.h"

namespace kiertoon {

enum class TranslatedBy {
  kDictionary,  // the word, or its base form, is in a dictionary
  kCompound,    // its parts are
  kPivot,       // there and on through a third language
};

// Snake-case name as in JSON: "dictionary".
[[nodiscard]] std::string_view name_of(TranslatedBy how);

// A word, or a few with spaces between, of another language.
struct Translation {
  std::string text;
  Language language = Language::kFinnish;
  double confidence = 0;  // 0-1
  TranslatedBy how = TranslatedBy::kDictionary;
};

// Translations of some words that stand together: "sick leave" -> sairausloma.
struct PhraseTranslation {
  std::size_t words = 0;  // how many, from the first
  std::vector<Translation> translations;
};

// Translates words of queries, in any inflection, by dictionaries. Without a dictionary for two
// languages nothing is translated between them, unless over the third. Never fails on any input.
// Remembers what it translated lately. Not thread-safe: one a thread, and cheap to make.
class WordTranslator {
 public:
  static constexpr std::size_t kMostTranslations = 8;

  // The analyzer, which knows the stop words, must outlive the translator. Without dictionaries
  // (nullptr) nothing is translated.
  WordTranslator(std::shared_ptr<const Dictionaries> dictionaries, const Analyzer& analyzer);

  // Translations of one word, best first; none of a stop word.
  [[nodiscard]] std::vector<Translation> translate(std::string_view word,
                                                   const TermList& terms,
                                                   Language from,
                                                   Language to) const;

  // Translations of the longest phrase of at least two words that begins with the first and that a
  // dictionary has.
  [[nodiscard]] std::optional<PhraseTranslation> translate_phrase(std::span<const SourceWord> words,
                                                                  Language from,
                                                                  Language to) const;

 private:
  static constexpr std::size_t kMostRemembered = 4096;
  static constexpr std::size_t kLongestRemembered =
      512;  // bytes of word and terms; anybody can ask

  [[nodiscard]] std::optional<PhraseTranslation> find_phrase(std::span<const SourceWord> words,
                                                             Language from,
                                                             Language to) const;
  [[nodiscard]] TranslationTable table(Language from, Language to) const;
  [[nodiscard]] std::vector<Translation> translate_directly(const SourceWord& word,
                                                            Language from,
                                                            Language to) const;
  [[nodiscard]] std::vector<Translation> translate_over_third(const SourceWord& word,
                                                              Language from,
                                                              Language to) const;
  [[nodiscard]] std::vector<ScoredTranslation> by_word(const SourceWord& word,
                                                       Language from,
                                                       const TranslationTable& table) const;
  [[nodiscard]] std::vector<ScoredTranslation> by_stem(std::string_view folded,
                                                       Language from,
                                                       const TranslationTable& table) const;
  [[nodiscard]] std::vector<ScoredTranslation> by_remains(const SourceWord& word,
                                                          Language from,
                                                          const TranslationTable& table) const;
  [[nodiscard]] std::vector<ScoredTranslation> by_phrase(std::span<const SourceWord> words,
                                                         Language from,
                                                         const TranslationTable& table) const;

  std::shared_ptr<const Dictionaries> dictionaries_;
  const Analyzer& analyzer_;
  Snowball swedish_stemmer_{Language::kSwedish};
  Snowball english_stemmer_{Language::kEnglish};
  // What was translated lately, by question_of().
  mutable BoundedCache<std::vector<Translation>> words_{kMostRemembered};
  mutable BoundedCache<std::optional<PhraseTranslation>> phrases_{kMostRemembered};
};

}  // namespace kiertoon
