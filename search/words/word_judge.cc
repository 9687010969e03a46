#include "search/words/word_judge.h"

#include <algorithm>
#include <cctype>

#include "analysis/text.h"
#include "base/utf8.h"
#include "search/query/word_query.h"

namespace kiertoon {
namespace {

constexpr std::size_t kShortestWord = 3;  // characters; of shorter ones any two are near

bool has_digit(std::string_view word) {
  return std::any_of(
      word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

// Whether neither dictionary nor lexicon knows the word.
bool is_guessed(const TermList& terms) {
  return std::any_of(terms.begin(), terms.end(), [](const Term& term) {
    return term.kind == TermKind::kStem && term.language == Language::kFinnish;
  });
}

}  // namespace

WordJudge::WordJudge(const WordList& words,
                     const KnownWords& names,
                     const IndexTerms& terms,
                     Analyzer& analyzer)
    : words_(words), names_(names), terms_(terms), analyzer_(analyzer) {}

bool WordJudge::is_not_for_correcting(std::string_view folded) const {
  return folded.size() > WordList::kLongestWord || has_digit(folded) ||
         count_code_points(folded) < kShortestWord || names_.contains(folded) ||
         std::any_of(kLanguages.begin(), kLanguages.end(), [&](Language language) {
           return analyzer_.is_stop_form(folded, language);
         });
}

WordStanding WordJudge::judge(std::string_view folded) const {
  if (words_.contains(folded) || is_not_for_correcting(folded)) {
    return WordStanding::kGood;
  }
  const auto tokens = analyzer_.analyze(folded, Language::kFinnish, TextRole::kQuery);
  if (tokens.size() != 1) {
    return WordStanding::kGood;
  }
  const bool is_guess = is_guessed(*tokens.front().terms);
  for (const auto& alternative : term_alternatives(tokens.front(), Language::kFinnish)) {
    if ((!is_guess || alternative.kind == MatchKind::kStem) && terms_.has(alternative.term)) {
      return WordStanding::kGood;
    }
    if (alternative.kind == MatchKind::kBaseForm &&
        (words_.contains(fold(alternative.text)) || names_.contains(fold(alternative.text)))) {
      return WordStanding::kGood;
    }
  }
  return is_guess ? WordStanding::kUnknown : WordStanding::kUnmet;
}

std::optional<std::uint32_t> WordJudge::deeds_with_form(std::string_view folded) const {
  if (!analyzer_.is_finnish_word(folded)) {
    return std::nullopt;
  }
  const auto tokens = analyzer_.analyze(folded, Language::kFinnish);
  if (tokens.size() != 1) {
    return std::nullopt;
  }
  std::uint32_t deeds = 0;
  bool is_met = false;
  for (const auto& alternative : term_alternatives(tokens.front(), Language::kFinnish)) {
    if (alternative.kind == MatchKind::kBaseForm) {
      deeds = std::max(deeds, words_.deeds_with(fold(alternative.text)));
    }
    is_met = is_met || deeds > 0 || terms_.has(alternative.term);
  }
  return is_met ? std::optional(deeds) : std::nullopt;
}

}  // namespace kiertoon
