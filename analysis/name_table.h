#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language.h"
#include "analysis/snowball.h"
#include "analysis/token.h"
#include "analysis/word_breaker.h"
#include "base/bounded_cache.h"
#include "base/error.h"

namespace kiertoon {

// Names of one or more words, found in a query in any inflection. Names are given in their base
// form, so no morphology is needed to read them: a Finnish word of a name is met by a token with
// that base form (or written just so, or a form of the same noun in -minen), a Swedish or English
// one by a token with the same stem. Immutable once built, so thread-safe.
class NameTable {
 public:
  static constexpr std::size_t kMostWords = 8;  // of a name

  struct Match {
    std::size_t first = 0;  // token
    std::size_t count = 0;  // tokens
    Language language = Language::kFinnish;
    std::uint32_t id = 0;  // as the builder was given it
  };

  // Every name that begins at some token, by first token; of one token the longest names first.
  // Tokens are those of Analyzer::analyze() for a query.
  [[nodiscard]] std::vector<Match> find(std::span<const Token> tokens) const;

 private:
  friend class NameTableBuilder;

  struct Name {
    std::vector<std::string> later_words;  // keys of all words but the first
    std::uint32_t id = 0;
  };

  // The first word of a name, as the table has it.
  struct Key {
    Language language = Language::kFinnish;
    std::string_view text;
  };

  void find_at(std::span<const Token> tokens, std::size_t first, std::vector<Match>& found) const;
  void add_names(std::span<const Token> tokens,
                 std::size_t first,
                 const Key& key,
                 std::vector<Match>& found) const;

  std::array<StringMap<std::vector<Name>>, kLanguages.size()> by_first_word_;
};

// Not thread-safe.
class NameTableBuilder {
 public:
  [[nodiscard]] static Expected<std::unique_ptr<NameTableBuilder>> create();

  // False when the name has no word, or more than NameTable::kMostWords.
  bool add(std::string_view name, Language language, std::uint32_t id);

  [[nodiscard]] NameTable take() { return std::move(table_); }

 private:
  explicit NameTableBuilder(std::unique_ptr<WordBreaker> breaker) : breaker_(std::move(breaker)) {}

  [[nodiscard]] std::string key_of(std::string_view word, Language language) const;

  std::unique_ptr<WordBreaker> breaker_;
  Snowball swedish_stemmer_{Language::kSwedish};
  Snowball english_stemmer_{Language::kEnglish};
  NameTable table_;
};

}  // namespace kiertoon
