#include "analysis/analyzer.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "analysis/finnish.h"
#include "analysis/lexicon.h"
#include "analysis/snowball.h"
#include "analysis/stop_words.h"
#include "analysis/swedish.h"
#include "analysis/term_list_builder.h"
#include "analysis/text.h"
#include "analysis/word_breaker.h"
#include "base/utf8.h"

namespace kiertoon {

class AnalysisData {
 public:
  AnalysisData(Lexicon lexicon, StopWords stop_words, StopWords weak_words)
      : lexicon_(std::move(lexicon)),
        stop_words_(std::move(stop_words)),
        weak_words_(std::move(weak_words)) {}

  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] const StopWords& stop_words() const { return stop_words_; }
  // Finnish ones are base forms, others words as written.
  [[nodiscard]] const StopWords& weak_words() const { return weak_words_; }

 private:
  Lexicon lexicon_;
  StopWords stop_words_;
  StopWords weak_words_;
};

namespace {

using SharedTerms = TermCache::Terms;

constexpr std::size_t kLongestWord = 1000;   // bytes of a word that are looked at
constexpr std::size_t kWordsToDetect = 400;  // enough to tell the language of a text
constexpr std::size_t kShortestTellingWord = 3;
constexpr int kVotesOfFunctionWord = 2;
// Function words alone decide for Finnish when it has this many votes, and so many times the next
// language's. Never against it: a Finnish text that quotes an English poem has more English
// function words than Finnish ones, of which the language has few.
constexpr int kVotesToBeClear = 6 * kVotesOfFunctionWord;
constexpr int kClearMajority = 3;
static_assert(kLanguages.front() == Language::kFinnish);

// The word, with the hyphen of "sosiaali- ja terveyspalvelut" when one follows it.
std::string_view word_at(std::string_view text, const WordSpan& span) {
  const bool is_before_hyphen = text.substr(span.end).starts_with('-');
  const std::size_t length = span.end - span.start + (is_before_hyphen ? 1 : 0);
  return truncate_utf8(text.substr(span.start, length), kLongestWord);
}

// Positions a word takes: one for each part between hyphens.
std::uint32_t positions_of(std::string_view word) {
  const auto hyphens = static_cast<std::uint32_t>(std::count(word.begin(), word.end(), '-'));
  return word.ends_with('-') ? std::max(hyphens, 1U) : hyphens + 1;
}

bool has_base_form(const TermList& terms) {
  return std::any_of(terms.begin(), terms.end(), [](const Term& term) {
    return term.kind == TermKind::kBaseForm;
  });
}

// Whether a Swedish word that looks definite has the stem of its indefinite form too.
enum class DefiniteForms { kAsTheyAre, kAlsoIndefinite };

// Swedish and English: the stem, and the word as written.
TermList stemmed_terms(std::string_view word,
                       Language language,
                       const Snowball& stemmer,
                       DefiniteForms definite_forms = DefiniteForms::kAsTheyAre) {
  word.remove_suffix(word.ends_with('-') ? 1 : 0);
  const std::string normalised = normalise(word);
  TermListBuilder terms(word, normalised);
  terms.add(fold(normalised), TermKind::kSurfaceForm);
  const std::string lower = to_lower(normalised);
  terms.add(fold(stemmer.stem(lower)), TermKind::kStem, language);
  if (definite_forms == DefiniteForms::kAlsoIndefinite) {
    if (const auto indefinite = indefinite_form(lower)) {
      terms.add(fold(stemmer.stem(*indefinite)), TermKind::kStem, language);
    }
  }
  return terms.take();
}

}  // namespace

class Analyzer::Pipeline {
 public:
  Pipeline(std::shared_ptr<const AnalysisData> data,
           std::unique_ptr<WordBreaker> breaker,
           std::unique_ptr<Voikko> voikko,
           std::shared_ptr<TermCache> cache)
      : data_(std::move(data)),
        breaker_(std::move(breaker)),
        finnish_(std::move(voikko), data_->lexicon(), cache),
        cache_(std::move(cache)) {}

  [[nodiscard]] std::vector<Token> analyze(std::string_view text,
                                           Language language,
                                           TextRole role) {
    std::vector<Token> tokens;
    std::uint32_t position = 0;
    const auto words = breaker_->words(text);
    tokens.reserve(words.size());
    for (const auto& span : words) {
      const std::string_view word = word_at(text, span);
      Token token{.start = span.start, .end = span.end, .position = position, .terms = {}};
      token.terms =
          role == TextRole::kQuery ? query_terms(word, language) : terms_of(word, language);
      tokens.push_back(std::move(token));
      position += positions_of(word);
    }
    return tokens;
  }

  [[nodiscard]] SharedTerms terms_of_word(std::string_view word, Language language) {
    return terms_of(truncate_utf8(word, kLongestWord), language);
  }

  // Function words of each language vote; where they leave a doubt, the other words do too: those
  // with å for Swedish, those with a Finnish base form for Finnish.
  [[nodiscard]] Language detect_language(std::string_view text) {
    auto words = breaker_->words(text);
    words.resize(std::min(words.size(), kWordsToDetect));
    Votes votes{};
    std::vector<std::string_view> others;
    for (const auto& span : words) {
      const std::string_view word = word_at(text, span);
      if (!vote_by_function_word(word, votes)) {
        others.push_back(word);
      }
    }
    if (!is_clearly_finnish(votes)) {
      for (const std::string_view word : others) {
        vote_by_vocabulary(word, votes);
      }
    }
    // The first of the highest: Finnish wins a draw.
    return kLanguages.at(
        static_cast<std::size_t>(std::max_element(votes.begin(), votes.end()) - votes.begin()));
  }

  [[nodiscard]] bool is_stop_word(std::string_view word, Language language) const {
    return is_stop_form(fold(normalise(word)), language);
  }

  [[nodiscard]] bool is_stop_form(std::string_view surface_form, Language language) const {
    return data_->stop_words().contains(surface_form, language);
  }

  [[nodiscard]] bool is_finnish_word(std::string_view word) const { return finnish_.knows(word); }

  [[nodiscard]] bool is_telling(std::string_view word, Language language) {
    const std::string folded = fold(normalise(word));
    if (count_code_points(folded) < kShortestTellingWord ||
        folded.find_first_of("0123456789") != std::string::npos ||
        data_->stop_words().contains(folded, language) ||
        data_->weak_words().contains(folded, language)) {
      return false;
    }
    const SharedTerms terms = terms_of(word, language);
    return std::none_of(terms->begin(), terms->end(), [&](const Term& term) {
      return term.kind == TermKind::kBaseForm &&
             (data_->weak_words().contains(term.text, language) ||
              data_->stop_words().contains(term.text, language));
    });
  }

  [[nodiscard]] bool is_finnish_verb(std::string_view word) const { return finnish_.is_verb(word); }

 private:
  SharedTerms terms_of(std::string_view word, Language language) {
    auto known = cache_->find(word, language);
    return known ? known : cache_->insert(word, language, analyze_word(word, language));
  }

  TermList analyze_word(std::string_view word, Language language) {
    switch (language) {
      case Language::kSwedish:
        return stemmed_terms(word, language, swedish_stemmer_, DefiniteForms::kAlsoIndefinite);
      case Language::kEnglish:
        return stemmed_terms(word, language, english_stemmer_);
      case Language::kFinnish:
        break;
    }
    return finnish_.terms(word);
  }

  // The terms of the word in every language, those of the likely language first, and abbreviations
  // in any letter case.
  SharedTerms query_terms(std::string_view word, Language likely) {
    if (finnish_.is_abbreviation(word)) {
      return terms_of(word, Language::kFinnish);
    }
    TermList terms = *terms_of(word, likely);
    for (const Language language : kLanguages) {
      // Held here: another thread may drop them from the cache meanwhile.
      const SharedTerms found = query_terms_in(language, word, likely);
      for (const auto& term : *found) {
        if (std::find(terms.begin(), terms.end(), term) == terms.end()) {
          terms.push_back(term);
        }
      }
    }
    if (auto abbreviation = finnish_.abbreviation_ignoring_case(word)) {
      terms.push_back({.text = std::move(*abbreviation),
                       .kind = TermKind::kBaseForm,
                       .begin = 0,
                       .end = static_cast<std::uint32_t>(word.size())});
    }
    return std::make_shared<const TermList>(std::move(terms));
  }

  // A Finnish word is no definite form of a Swedish one: "kunnan" is not of "kunna".
  SharedTerms query_terms_in(Language language, std::string_view word, Language likely) {
    if (language == Language::kSwedish && likely != language &&
        has_base_form(*terms_of(word, Language::kFinnish))) {
      return std::make_shared<const TermList>(stemmed_terms(word, language, swedish_stemmer_));
    }
    return terms_of(word, language);
  }

  using Votes = std::array<int, kLanguages.size()>;

  // Whether the word is a function word of some language.
  bool vote_by_function_word(std::string_view word, Votes& votes) {
    const std::string folded = fold(normalise(word));
    bool is_function_word = false;
    for (const Language language : kLanguages) {
      if (data_->stop_words().contains(folded, language)) {
        votes.at(static_cast<std::size_t>(language)) += kVotesOfFunctionWord;
        is_function_word = true;
      }
    }
    return is_function_word;
  }

  void vote_by_vocabulary(std::string_view word, Votes& votes) {
    if (to_lower(word).find("å") != std::string::npos) {
      ++votes.at(static_cast<std::size_t>(Language::kSwedish));
    } else if (has_base_form(*terms_of(word, Language::kFinnish))) {
      ++votes.at(static_cast<std::size_t>(Language::kFinnish));
    }
  }

  [[nodiscard]] static bool is_clearly_finnish(const Votes& votes) {
    const int finnish = votes.front();
    const int next = *std::max_element(votes.begin() + 1, votes.end());
    return finnish >= kVotesToBeClear && finnish >= kClearMajority * next;
  }

  std::shared_ptr<const AnalysisData> data_;
  std::unique_ptr<WordBreaker> breaker_;
  FinnishWords finnish_;
  Snowball swedish_stemmer_{Language::kSwedish};
  Snowball english_stemmer_{Language::kEnglish};
  std::shared_ptr<TermCache> cache_;
};

Analyzer::Analyzer(std::unique_ptr<Pipeline> pipeline) : pipeline_(std::move(pipeline)) {}
Analyzer::~Analyzer() = default;

Expected<std::unique_ptr<Analyzer>> Analyzer::create(std::shared_ptr<const AnalysisData> data,
                                                     std::shared_ptr<TermCache> cache) {
  if (!cache) {
    cache = std::make_shared<TermCache>(kDefaultCachedWords);
  }
  auto breaker = WordBreaker::create();
  if (!breaker) {
    return tl::unexpected(breaker.error());
  }
  auto voikko = Voikko::create();
  if (!voikko) {
    return tl::unexpected(voikko.error());
  }
  return std::unique_ptr<Analyzer>(new Analyzer(std::make_unique<Pipeline>(
      std::move(data), std::move(*breaker), std::move(*voikko), std::move(cache))));
}

std::vector<Token> Analyzer::analyze(std::string_view text, Language language, TextRole role) {
  return pipeline_->analyze(text, language, role);
}

std::shared_ptr<const TermList> Analyzer::terms_of(std::string_view word, Language language) {
  return pipeline_->terms_of_word(word, language);
}

Language Analyzer::detect_language(std::string_view text) {
  return pipeline_->detect_language(text);
}

bool Analyzer::is_stop_form(std::string_view surface_form, Language language) const {
  return pipeline_->is_stop_form(surface_form, language);
}

bool Analyzer::is_finnish_word(std::string_view word) const {
  return pipeline_->is_finnish_word(word);
}

bool Analyzer::is_verb(std::string_view word, Language language) {
  return language == Language::kFinnish && pipeline_->is_finnish_verb(word);
}

bool Analyzer::is_telling(std::string_view word, Language language) {
  return pipeline_->is_telling(word, language);
}

bool Analyzer::is_stop_word(std::string_view word, Language language) const {
  return pipeline_->is_stop_word(word, language);
}

Expected<std::shared_ptr<const AnalysisData>> load_analysis_data(
    const std::filesystem::path& data_directory) {
  auto lexicon = Lexicon::load(data_directory / "lexicon" / "fi.tsv");
  if (!lexicon) {
    return tl::unexpected(lexicon.error());
  }
  auto stop_words = StopWords::load(data_directory / "stopwords");
  if (!stop_words) {
    return tl::unexpected(stop_words.error());
  }
  auto weak_words = StopWords::load(data_directory / "weak_words");
  if (!weak_words) {
    return tl::unexpected(weak_words.error());
  }
  return std::make_shared<const AnalysisData>(
      std::move(*lexicon), std::move(*stop_words), std::move(*weak_words));
}

}  // namespace kiertoon
