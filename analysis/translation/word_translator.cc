#include "analysis/translation/word_translator.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/text.h"
#include "analysis/translation/compound_parts.h"
#include "analysis/translation/compound_translation.h"
#include "analysis/translation/inflection.h"
#include "base/utf8.h"

namespace kiertoon {
namespace {

constexpr char kHyphen = '-';
constexpr std::size_t kShortestWord = 2;  // letters
constexpr std::size_t kMostWordsOfPhrase = 4;
constexpr std::size_t kMostPhrases = 64;  // ways to write one that are tried
constexpr std::size_t kMostBaseForms = 3;
constexpr std::size_t kMostOfThird = 3;
constexpr double kLeastConfidence = 0.15;
// From this score on, a word as written is not taken for a form of another.
constexpr double kSureScore = 0.9;

// What a guess takes off a translation's score.
constexpr double kScoreOfGuessedForm = 0.9;  // for each guess before
constexpr double kScoreOfStem = 0.7;
constexpr double kScoreOfFirstPart = 0.7;
constexpr double kScoreOfHead = 0.4;
constexpr double kScoreOfRoot = 0.6;
constexpr double kScoreOfPivot = 0.7;

bool may_be_translated(std::string_view folded) {
  return count_code_points(folded) >= kShortestWord &&
         folded.find_first_of("0123456789") == std::string_view::npos;
}

// Adds `more` with their scores multiplied; a translation that is there keeps its higher score.
void merge(std::vector<ScoredTranslation>& all,
           std::vector<ScoredTranslation> more,
           double factor) {
  for (auto& one : more) {
    one.score *= factor;
    const auto known = std::find_if(
        all.begin(), all.end(), [&](const auto& other) { return other.text == one.text; });
    if (known == all.end()) {
      all.push_back(std::move(one));
    } else {
      known->score = std::max(known->score, one.score);
    }
  }
}

void keep_best(std::vector<ScoredTranslation>& all) {
  std::stable_sort(
      all.begin(), all.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
  std::erase_if(all, [](const auto& one) { return one.score < kLeastConfidence; });
  all.resize(std::min(all.size(), WordTranslator::kMostTranslations));
}

std::vector<Translation> to_translations(std::vector<ScoredTranslation> scored,
                                         Language language,
                                         TranslatedBy how) {
  keep_best(scored);
  std::vector<Translation> translations;
  translations.reserve(scored.size());
  for (auto& one : scored) {
    translations.push_back(
        {.text = std::move(one.text), .language = language, .confidence = one.score, .how = how});
  }
  return translations;
}

std::vector<std::string> terms_of_kind(const TermList* terms, TermKind kind) {
  std::vector<std::string> texts;
  if (terms != nullptr) {
    for (const auto& term : *terms) {
      if (term.kind == kind && term.language == Language::kFinnish) {
        texts.push_back(fold(term.text));
      }
    }
  }
  return texts;
}

// The forms under which a word may stand in a dictionary, the word as written first.
std::vector<std::string> dictionary_forms(const SourceWord& word, Language from) {
  const std::string folded = dictionary_key(word.text);
  std::vector<std::string> forms{folded};
  for (auto& base : terms_of_kind(word.terms, TermKind::kBaseForm)) {
    if (from == Language::kFinnish) {
      forms.push_back(std::move(base));
    }
  }
  for (auto& guess : guess_dictionary_forms(folded, from)) {
    forms.push_back(std::move(guess.word));
  }
  return forms;
}

// Each way to write words that stand together, one space between them.
std::vector<std::string> phrases_of(std::span<const SourceWord> words, Language from) {
  std::vector<std::string> phrases{""};
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_inside = i > 0 && i + 1 < words.size();
    auto forms = dictionary_forms(words[i], from);
    forms.resize(is_inside && from != Language::kFinnish ? 1 : forms.size());
    std::vector<std::string> longer;
    for (const auto& phrase : phrases) {
      for (const auto& form : forms) {
        std::string& one = longer.emplace_back(phrase);
        one += phrase.empty() ? "" : " ";
        one += form;
      }
    }
    longer.resize(std::min(longer.size(), kMostPhrases));
    phrases = std::move(longer);
  }
  return phrases;
}

// The compound's spelling without hyphens, and with spaces in their place.
std::vector<std::string> without_hyphens(std::string_view folded) {
  if (folded.find(kHyphen) == std::string_view::npos) {
    return {};
  }
  std::string closed(folded);
  std::erase(closed, kHyphen);
  std::string open(folded);
  std::replace(open.begin(), open.end(), kHyphen, ' ');
  return {closed, open};
}

// All that an answer depends on: an analyzer reads a word in one language as this and in another as
// that.
std::string question_of(std::span<const SourceWord> words, Language from, Language to) {
  constexpr char kFirst = '0';
  const auto digit = [](auto value) {
    return static_cast<char>(kFirst + static_cast<char>(value));
  };
  std::string question{digit(from), digit(to)};
  for (const auto& word : words) {
    question += '\n';
    question += word.text;
    if (word.terms == nullptr) {
      continue;
    }
    for (const auto& term : *word.terms) {
      question += {'\t', digit(term.kind), digit(term.language)};
      question += term.text;
    }
  }
  return question;
}

Language third_of(Language from, Language to) {
  return *std::find_if(kLanguages.begin(), kLanguages.end(), [&](Language language) {
    return language != from && language != to;
  });
}

}  // namespace

std::string_view name_of(TranslatedBy how) {
  switch (how) {
    case TranslatedBy::kCompound:
      return "compound";
    case TranslatedBy::kPivot:
      return "pivot";
    case TranslatedBy::kDictionary:
      break;
  }
  return "dictionary";
}

WordTranslator::WordTranslator(std::shared_ptr<const Dictionaries> dictionaries,
                               const Analyzer& analyzer)
    : dictionaries_(dictionaries ? std::move(dictionaries)
                                 : std::make_shared<const Dictionaries>()),
      analyzer_(analyzer) {}

std::vector<Translation> WordTranslator::translate(std::string_view word,
                                                   const TermList& terms,
                                                   Language from,
                                                   Language to) const {
  const std::string folded = dictionary_key(word);
  if (from == to || !may_be_translated(folded) || analyzer_.is_stop_form(folded, from)) {
    return {};
  }
  const SourceWord source{.text = word, .terms = &terms};
  const std::string question = question_of({&source, 1}, from, to);
  if (const auto* answer = words_.find(question)) {
    return *answer;
  }
  auto translations = translate_directly(source, from, to);
  if (translations.empty()) {
    translations = translate_over_third(source, from, to);
  }
  return question.size() > kLongestRemembered ? translations
                                              : words_.insert(question, std::move(translations));
}

TranslationTable WordTranslator::table(Language from, Language to) const {
  return {dictionaries_->find({from, to}), dictionaries_->find({to, from})};
}

std::vector<Translation> WordTranslator::translate_directly(const SourceWord& word,
                                                            Language from,
                                                            Language to) const {
  const TranslationTable words = table(from, to);
  if (words.empty()) {
    return {};
  }
  if (auto found = by_word(word, from, words); !found.empty()) {
    return to_translations(std::move(found), to, TranslatedBy::kDictionary);
  }
  const CompoundParts compound(words, analyzer_, from);
  if (auto found = translate_compound(compound.of(word), words, to); !found.empty()) {
    return to_translations(std::move(found), to, TranslatedBy::kCompound);
  }
  if (auto found = by_remains(word, from, words); !found.empty()) {
    return to_translations(std::move(found), to, TranslatedBy::kDictionary);
  }
  std::vector<ScoredTranslation> of_head;
  if (const auto head = compound.head_of(word)) {
    merge(of_head, words.translations(*head), kScoreOfHead);
  }
  return to_translations(std::move(of_head), to, TranslatedBy::kCompound);
}

std::vector<Translation> WordTranslator::translate_over_third(const SourceWord& word,
                                                              Language from,
                                                              Language to) const {
  const Language third = third_of(from, to);
  const TranslationTable onward = table(third, to);
  if (onward.empty()) {
    return {};
  }
  auto middle = translate_directly(word, from, third);
  middle.resize(std::min(middle.size(), kMostOfThird));
  std::vector<ScoredTranslation> found;
  for (const auto& one : middle) {
    merge(found, onward.translations(fold(one.text)), kScoreOfPivot * one.confidence);
  }
  return to_translations(std::move(found), to, TranslatedBy::kPivot);
}

// The word as written, or else the base forms that a dictionary has.
std::vector<ScoredTranslation> WordTranslator::by_word(const SourceWord& word,
                                                       Language from,
                                                       const TranslationTable& table) const {
  const std::string folded = dictionary_key(word.text);
  auto found = table.translations(folded);
  if (from == Language::kFinnish) {
    for (const auto& base : terms_of_kind(word.terms, TermKind::kBaseForm)) {
      merge(found, table.translations(base), 1);
    }
    return found;
  }
  for (const auto& spelling : without_hyphens(folded)) {
    merge(found, table.translations(spelling), 1);
  }
  if (!found.empty() && found.front().score >= kSureScore) {
    return found;
  }
  double factor = kScoreOfGuessedForm;
  std::size_t guesses = 0;
  for (const auto& guess : guess_dictionary_forms(folded, from)) {
    auto more = table.translations(guess.word, guess.part_of_speech);
    if (!more.empty() && guesses++ < kMostBaseForms) {
      merge(found, std::move(more), factor);
      factor *= kScoreOfGuessedForm;
    }
  }
  return found;
}

// A word that none of this helped: by its stem, as the first part of a compound whose rest stands
// elsewhere ("hälso- och sjukvård"), or, a Finnish one, by the words it derives from.
std::vector<ScoredTranslation> WordTranslator::by_remains(const SourceWord& word,
                                                          Language from,
                                                          const TranslationTable& table) const {
  const std::string folded = dictionary_key(word.text);
  std::vector<ScoredTranslation> found = by_stem(folded, from, table);
  if (from == Language::kFinnish) {
    for (const auto& root : terms_of_kind(word.terms, TermKind::kRoot)) {
      merge(found, table.translations(root), kScoreOfRoot);
    }
  } else if (from == Language::kSwedish && found.empty()) {
    for (const auto& whole : words_of_first_part(folded)) {
      merge(found, table.translations(whole), kScoreOfFirstPart);
    }
  }
  return found;
}

std::vector<ScoredTranslation> WordTranslator::by_stem(std::string_view folded,
                                                       Language from,
                                                       const TranslationTable& table) const {
  std::vector<ScoredTranslation> found;
  if (from == Language::kFinnish) {
    return found;
  }
  const Snowball& stemmer = from == Language::kSwedish ? swedish_stemmer_ : english_stemmer_;
  const std::string stem = fold(stemmer.stem(folded));
  for (const std::string_view word : table.words_of_stem(stem)) {
    if (fold(stemmer.stem(to_lower(word))) == stem) {
      merge(found, table.translations(fold(word)), kScoreOfStem);
    }
  }
  return found;
}

// Words that stand together as a headword has them: as written, or the first or last of them, and
// in Finnish all, in base form.
std::vector<ScoredTranslation> WordTranslator::by_phrase(std::span<const SourceWord> words,
                                                         Language from,
                                                         const TranslationTable& table) const {
  const bool all_stop_words = std::all_of(words.begin(), words.end(), [&](const SourceWord& word) {
    return analyzer_.is_stop_form(dictionary_key(word.text), from);
  });
  std::vector<ScoredTranslation> found;
  if (all_stop_words) {
    return found;
  }
  for (const auto& phrase : phrases_of(words, from)) {
    merge(found, table.translations(phrase), 1);
  }
  return found;
}

std::optional<PhraseTranslation> WordTranslator::translate_phrase(std::span<const SourceWord> words,
                                                                  Language from,
                                                                  Language to) const {
  if (words.size() < 2 || from == to || table(from, to).empty()) {
    return std::nullopt;
  }
  words = words.first(std::min(words.size(), kMostWordsOfPhrase));
  const std::string question = question_of(words, from, to);
  if (const auto* answer = phrases_.find(question)) {
    return *answer;
  }
  auto phrase = find_phrase(words, from, to);
  return question.size() > kLongestRemembered ? phrase
                                              : phrases_.insert(question, std::move(phrase));
}

std::optional<PhraseTranslation> WordTranslator::find_phrase(std::span<const SourceWord> words,
                                                             Language from,
                                                             Language to) const {
  const TranslationTable phrases = table(from, to);
  for (std::size_t count = words.size(); count > 1; --count) {
    auto found = by_phrase(words.first(count), from, phrases);
    if (!found.empty()) {
      return PhraseTranslation{
          .words = count,
          .translations = to_translations(std::move(found), to, TranslatedBy::kDictionary)};
    }
  }
  return std::nullopt;
}

}  // namespace kiertoon
