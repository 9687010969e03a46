#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "base/bounded_cache.h"
#include "search/index/deed_record.h"
#include "search/query/planned_word.h"
#include "search/query/search_result.h"

namespace kiertoon {

// A stretch of one of the deed's running texts that a word of the query met.
struct TextMatch {
  std::uint32_t start = 0;  // bytes into the text
  std::uint32_t end = 0;
  std::size_t word = 0;  // index into QueryPlan::words
};

// Where and how the words of a query met one deed.
struct HitMatches {
  std::vector<std::vector<TextMatch>> texts;  // by running text, ascending, without overlaps
  std::vector<WordMatch> words;               // those that met, in the query's order
};

// Finds where the words of a plan met deeds, from their token tables. For the deeds of one request,
// whose words repeat.
class HitMatcher {
 public:
  // All must outlive the matcher.
  HitMatcher(Analyzer& analyzer, const std::vector<PlannedWord>& words);

  // `met`: how the words met the deed by their terms (see MetTerms).
  [[nodiscard]] HitMatches find(const DeedRecord& record,
                                std::vector<std::optional<WordMatch>> met);

 private:
  // A text of the deed with its tokens.
  struct MarkedTokens {
    std::string_view text;
    const TextTokens& tokens;
    Language language = Language::kFinnish;

    [[nodiscard]] std::string_view word(const TokenPlace& place) const {
      return text.substr(place.start, place.end - place.start);
    }
  };

  // A term of a text with this hash may be met by that one.
  struct WantedTerm {
    std::uint16_t hash = 0;
    const TermAlternative* term = nullptr;
    std::size_t word = 0;  // of the query
  };

  // A phrase that stands for word number `word` of the query.
  struct WantedPhrase {
    const PlannedPhrase* phrase = nullptr;
    std::size_t word = 0;
    std::vector<std::vector<WantedTerm>> words = {};  // of each word the terms
  };

  void add_wanted(TermClass met, const TermAlternative& term, std::size_t word);
  void add_wanted(const PlannedPhrase& phrase, std::size_t word);

  // Puts the phrases in that stand in the deed (`phrases`, by number) where they are surer than
  // what met the word.
  void add_phrase_matches(const std::vector<bool>& phrases,
                          std::vector<std::optional<WordMatch>>& met) const;
  [[nodiscard]] std::vector<TextMatch> matches_in(const MarkedTokens& tokens,
                                                  std::vector<bool>& phrases);
  // The tokens, by place, that may be a word of the query or begin a phrase.
  [[nodiscard]] std::vector<std::size_t> candidates_in(const MarkedTokens& tokens) const;
  // Whether the word begins as one that the query has with an asterisk.
  [[nodiscard]] bool begins_as_wanted(std::string_view word) const;
  // Where in it words of the query meet a word that stands by itself.
  [[nodiscard]] const std::vector<TextMatch>& matches_of(std::string_view word, Language language);
  [[nodiscard]] std::vector<TextMatch> find_matches(std::string_view word, Language language) const;
  // Adds the phrases that begin at a place, and notes them in `phrases`.
  void add_phrases_at(std::size_t place,
                      const MarkedTokens& tokens,
                      std::vector<TextMatch>& matches,
                      std::vector<bool>& phrases) const;
  [[nodiscard]] bool stands_at(std::size_t place,
                               const WantedPhrase& wanted,
                               const MarkedTokens& tokens) const;
  [[nodiscard]] bool has_term(std::string_view word,
                              Language language,
                              const TermAlternative& alternative) const;

  Analyzer& analyzer_;
  const std::vector<PlannedWord>& words_;
  std::vector<WantedTerm> wanted_;
  std::vector<WantedPhrase> phrases_;
  std::vector<bool> wanted_hashes_;  // of words, and of those that phrases begin with
  bool has_prefixes_ = false;
  std::array<StringMap<std::vector<TextMatch>>, kLanguages.size()> known_;  // words of the deeds
};

}  // namespace kiertoon
