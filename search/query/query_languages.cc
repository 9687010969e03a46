#include "search/query/query_languages.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace kiertoon {
namespace {

// Of a translation, for its word to be one of the language: a misspelt Finnish word is easily
// guessed to be a Swedish compound. Of 3,000 words with one slip 16 are taken for foreign ones, and
// 63 where any guess counts.
constexpr double kLeastConfidence = 0.6;

// Words of a query, and how many of them each language knows.
struct KnownWordCounts {
  std::size_t words = 0;
  std::array<std::size_t, kLanguages.size()> known{};

  [[nodiscard]] std::size_t& of(Language language) {
    return known.at(static_cast<std::size_t>(language));
  }
};

bool is_finnish_word(const Token& token) {
  return std::any_of(token.terms->begin(), token.terms->end(), [](const Term& term) {
    return term.kind == TermKind::kBaseForm && term.language == Language::kFinnish;
  });
}

// Words of a run that belong to a name of the thesaurus, by language.
std::array<std::vector<bool>, kLanguages.size()> named_words(const QueryRun& run,
                                                             const Thesaurus& thesaurus) {
  std::vector<Token> tokens;
  for (const auto& word : run) {
    tokens.push_back(word.token);
  }
  std::array<std::vector<bool>, kLanguages.size()> named;
  named.fill(std::vector<bool>(run.size(), false));
  for (const auto& match : thesaurus.find(tokens)) {
    auto& words = named.at(static_cast<std::size_t>(match.language));
    std::fill_n(words.begin() + static_cast<std::ptrdiff_t>(match.first), match.count, true);
  }
  return named;
}

bool is_translatable(const RunWord& word, Language language, const WordTranslator& translator) {
  const auto found =
      translator.translate(word.text, *word.token.terms, language, Language::kFinnish);
  return !found.empty() && found.front().confidence >= kLeastConfidence;
}

void count_known_words(const QueryRun& run,
                       const Thesaurus& thesaurus,
                       const WordTranslator* translator,
                       KnownWordCounts& counts) {
  const auto named = named_words(run, thesaurus);
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (run[i].is_stop_word) {
      continue;
    }
    ++counts.words;
    const bool is_finnish = named.front()[i] || is_finnish_word(run[i].token);
    counts.of(Language::kFinnish) += is_finnish ? 1 : 0;
    for (const Language language : {Language::kSwedish, Language::kEnglish}) {
      const bool is_known =
          named.at(static_cast<std::size_t>(language))[i] ||
          (translator != nullptr && is_translatable(run[i], language, *translator));
      counts.of(language) += is_known ? 1 : 0;
    }
  }
}

// The common case, told without looking into thesaurus and dictionaries.
bool are_finnish_words(const QueryRun& run) {
  return std::all_of(run.begin(), run.end(), [](const RunWord& word) {
    return word.is_stop_word || is_finnish_word(word.token);
  });
}

}  // namespace

bool QueryLanguages::may_be(Language language) const {
  return std::find(possible.begin(), possible.end(), language) != possible.end();
}

QueryLanguages languages_of(std::span<const QueryRun> runs,
                            Language detected,
                            const Thesaurus& thesaurus,
                            const WordTranslator* translator) {
  if (detected != Language::kFinnish) {
    return {.possible = {detected}};
  }
  if (std::all_of(runs.begin(), runs.end(), are_finnish_words)) {
    return {};
  }
  KnownWordCounts counts;
  for (const auto& run : runs) {
    count_known_words(run, thesaurus, translator, counts);
  }
  const std::size_t finnish = counts.known.front();
  const std::size_t most = *std::max_element(counts.known.begin() + 1, counts.known.end());
  if (finnish == counts.words || most == 0 || most < finnish) {
    return {};
  }
  QueryLanguages languages{.possible = {}};
  for (const Language language : {Language::kSwedish, Language::kEnglish}) {
    if (counts.of(language) == most) {
      languages.possible.push_back(language);
    }
  }
  return languages;
}

}  // namespace kiertoon
