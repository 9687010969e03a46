#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "analysis/language.h"
#include "analysis/term_cache.h"
#include "analysis/token.h"
#include "base/error.h"

namespace kiertoon {

// A text as its writer wrote it, or the words of somebody who looks for one. A query differs in two
// ways only: words are analysed in every language, and a lower-case `hus` may mean the abbreviation
// `HUS`.
enum class TextRole { kDocument, kQuery };

// Lexicon and stop words, read once and shared by all analyzers. Immutable, so thread-safe.
class AnalysisData;

// Distinct words of each language whose terms an analyzer without a shared cache keeps.
inline constexpr std::size_t kDefaultCachedWords = 50'000;

// Text -> tokens with terms, the same for what is indexed and for what is asked.
//
// Not thread-safe: one analyzer a thread (it owns a Voikko handle, about 3 MiB). Never fails on any
// input: invalid UTF-8 reads as U+FFFD, words beyond the limits are cut.
class Analyzer {
 public:
  // Analyzers of several threads may share a cache; without one, the analyzer has its own. Fails
  // when Voikko's Finnish dictionary is not installed.
  [[nodiscard]] static Expected<std::unique_ptr<Analyzer>> create(
      std::shared_ptr<const AnalysisData> data, std::shared_ptr<TermCache> cache = nullptr);

  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;
  Analyzer(Analyzer&&) = delete;
  Analyzer& operator=(Analyzer&&) = delete;

  // Tokens in the order of the text.
  [[nodiscard]] std::vector<Token> analyze(std::string_view text,
                                           Language language,
                                           TextRole role = TextRole::kDocument);

  // The terms of a single word, as of a text's token: quicker where it is known to be one.
  [[nodiscard]] std::shared_ptr<const TermList> terms_of(std::string_view word, Language language);

  // The language a text is written in; Finnish when there is too little to tell.
  [[nodiscard]] Language detect_language(std::string_view text);

  // Whether a word (as written) carries no content of its own in that language: "ja", "on",
  // "miten".
  [[nodiscard]] bool is_stop_word(std::string_view word, Language language) const;
  // The same of a token's surface_form().
  [[nodiscard]] bool is_stop_form(std::string_view surface_form, Language language) const;

  // Whether dictionary or lexicon know a normalised Finnish word as it stands: its terms are not
  // guessed. Costs a tenth of analysing a word that they do not know.
  [[nodiscard]] bool is_finnish_word(std::string_view word) const;

  // Whether a word (as written) tells what a text is about, to a reader who sees it alone: no
  // function word, no number, nothing on the list of weak words.
  [[nodiscard]] bool is_telling(std::string_view word, Language language);

  // Whether a word (as written) is nothing but a form of a verb: "kertoivat". Finnish alone, and
  // some 30 microseconds.
  [[nodiscard]] bool is_verb(std::string_view word, Language language);

 private:
  class Pipeline;
  explicit Analyzer(std::unique_ptr<Pipeline> pipeline);
  std::unique_ptr<Pipeline> pipeline_;
};

// Reads lexicon/, stopwords/ and weak_words/ of `data_directory`; errors name file, line and value.
[[nodiscard]] Expected<std::shared_ptr<const AnalysisData>> load_analysis_data(
    const std::filesystem::path& data_directory);

}  // namespace kiertoon
