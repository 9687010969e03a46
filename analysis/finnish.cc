#include "analysis/finnish.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <utility>

#include "analysis/text.h"
#include "analysis/unknown_word.h"
#include "base/utf8.h"

namespace kiertoon {
namespace {

constexpr std::size_t kLongestAnalysedWord = 100;  // characters; longer strings are no words
// Characters of an unknown word that may be two known ones; most of those in capitals are names.
constexpr std::uint32_t kShortestCompound = 8;
constexpr std::uint32_t kShortestCompoundInCapitals = 12;
constexpr std::uint32_t kShortestFirstHalf = 3;
constexpr std::uint32_t kShortestSecondHalf = 4;
constexpr std::uint32_t kShortestSecondHalfAfterUnknown = 6;

bool is_number(std::string_view word) {
  return std::none_of(
      word.begin(), word.end(), [](unsigned char c) { return c >= 0x80 || std::isalpha(c) != 0; });
}

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](unsigned char c) { return c < 0x80; });
}

// Whether a word could be Finnish by its letters: no q, w, x, z, å, c, and an ending that Finnish
// words have.
bool looks_finnish(std::string_view folded) {
  constexpr std::string_view kFinalLetters = "aeiouynstlr";
  return folded.find_first_of("cqwxz0123456789") == std::string_view::npos &&
         folded.find("å") == std::string_view::npos &&
         (kFinalLetters.find(folded.back()) != std::string_view::npos || folded.ends_with("ä") ||
          folded.ends_with("ö"));
}

std::uint32_t length_of(std::string_view word) {
  return static_cast<std::uint32_t>(count_code_points(word));
}

TermKind kind_in(bool is_part) {
  return is_part ? TermKind::kWordPart : TermKind::kBaseForm;
}

// The capitals a word begins with, when lower-case letters follow: "HUS" of "HUSin"; empty for
// "HUS" and "Helsinki".
std::string_view leading_capitals(std::string_view word) {
  std::size_t end = 0;
  while (end < word.size() && std::isupper(static_cast<unsigned char>(word[end])) != 0) {
    ++end;
  }
  return end >= 2 && end < word.size() ? word.substr(0, end) : std::string_view();
}

}  // namespace

FinnishWords::FinnishWords(std::unique_ptr<Voikko> voikko,
                           const Lexicon& lexicon,
                           std::shared_ptr<TermCache> cache)
    : voikko_(std::move(voikko)), lexicon_(lexicon), cache_(std::move(cache)) {}

TermList FinnishWords::terms(std::string_view word) {
  const bool is_before_hyphen = word.ends_with('-');
  word.remove_suffix(is_before_hyphen ? 1 : 0);
  const std::string normalised = normalise(word);
  TermListBuilder terms(word, normalised);
  const auto* abbreviation = lexicon_.abbreviation(normalised);
  const std::string surface = abbreviation == nullptr ? fold(normalised) : term_of(*abbreviation);
  terms.add(surface, TermKind::kSurfaceForm);
  if (is_number(normalised)) {
    terms.add(surface, TermKind::kBaseForm);
  } else if (count_code_points(normalised) <= kLongestAnalysedWord) {
    const std::size_t colon = normalised.find(':');
    if (colon != std::string::npos && colon > 0) {
      add_piece(terms, {.text = normalised.substr(0, colon)});
    } else if (normalised.find('-') != std::string::npos) {
      add_hyphenated(terms, normalised);
    } else {
      add_piece(terms, {.text = normalised, .is_before_hyphen = is_before_hyphen});
    }
  }
  return terms.take();
}

bool FinnishWords::knows(std::string_view word) const {
  return exact_entry(word) != nullptr || is_word(word) ||
         (begins_in_lower_case(word) && is_word(capitalise(word)));
}

bool FinnishWords::is_abbreviation(std::string_view word) const {
  return lexicon_.abbreviation(word.substr(0, word.find(':'))) != nullptr;
}

std::optional<std::string> FinnishWords::abbreviation_ignoring_case(std::string_view word) const {
  const std::string normalised = normalise(word);
  const auto* entry =
      lexicon_.abbreviation_ignoring_case(fold(normalised.substr(0, normalised.find(':'))));
  return entry == nullptr ? std::nullopt : std::optional(term_of(*entry));
}

void FinnishWords::add_piece(TermListBuilder& terms, const Piece& piece) {
  if (const auto* entry = exact_entry(piece.text)) {
    add_lexicon_word(terms, piece, *entry);
    return;
  }
  auto found = readings(piece.text);
  if (found.empty() && piece.is_before_hyphen) {
    found = first_part_readings(piece.text);
  }
  if (found.empty()) {
    add_unknown(terms, piece);
    return;
  }
  for (const auto& reading : found) {
    if (const auto* entry = lexicon_.word(fold(reading.base))) {
      add_lexicon_word(terms, piece, *entry);
      return;
    }
  }
  add_readings(terms, piece, found);
}

// The term keeps its capitals where the letters make another word in lower case: HUS is not "hus".
std::string FinnishWords::term_of(const Lexicon::Word& word) const {
  std::string folded = fold(word.base);
  return folded != word.base && voikko_->analyze(folded).empty() ? folded : word.base;
}

void FinnishWords::add_lexicon_word(TermListBuilder& terms,
                                    const Piece& piece,
                                    const Lexicon::Word& word) const {
  const std::uint32_t end = piece.begin + length_of(piece.text);
  terms.add(term_of(word), kind_in(piece.is_part), piece.begin, end);
  for (const auto& part : word.parts) {
    terms.add(part, TermKind::kWordPart, piece.begin, end);
  }
}

const Lexicon::Word* FinnishWords::exact_entry(std::string_view word) const {
  if (const auto* entry = lexicon_.abbreviation(word)) {
    return entry;
  }
  const std::string_view capitals = leading_capitals(word);
  if (!capitals.empty()) {
    if (const auto* entry = lexicon_.abbreviation(capitals)) {
      return entry;
    }
  }
  return lexicon_.word(fold(word));
}

const Lexicon::Word* FinnishWords::inflected_entry(
    const std::vector<std::string>& candidates) const {
  for (const auto& candidate : candidates) {
    if (const auto* entry = lexicon_.word(candidate)) {
      return entry;
    }
    if (const auto* entry = lexicon_.word_of_stem(candidate)) {
      return entry;
    }
  }
  return nullptr;
}

void FinnishWords::add_readings(TermListBuilder& terms,
                                const Piece& piece,
                                const std::vector<WordReading>& readings) const {
  const std::uint32_t length = length_of(piece.text);
  for (const auto& reading : readings) {
    const std::string base = fold(reading.base);
    terms.add(base, kind_in(piece.is_part), piece.begin, piece.begin + length);
    for (const auto& part : reading.parts) {
      const std::uint32_t end = part.end == 0 ? length : std::min(part.end, length);
      terms.add(fold(part.text), part.kind, piece.begin + part.begin, piece.begin + end);
    }
  }
}

// The hyphenated word as one, then each of its parts on its own.
void FinnishWords::add_hyphenated(TermListBuilder& terms, std::string_view word) {
  if (const auto* entry = exact_entry(word)) {
    add_lexicon_word(terms, {.text = std::string(word)}, *entry);
  } else {
    const auto found = readings(word);
    const auto is_whole = [this](const WordReading& reading) {
      return whole_word(reading.base) != nullptr;
    };
    if (std::any_of(found.begin(), found.end(), is_whole)) {
      add_readings(terms, {.text = std::string(word)}, found);
      return;
    }
    for (const auto& reading : found) {
      terms.add(fold(reading.base), TermKind::kBaseForm);
    }
    if (found.empty()) {
      add_base_of_last_part(terms, word);
    }
  }
  for (std::size_t begin = 0; begin < word.size();) {
    const std::size_t end = std::min(word.find('-', begin), word.size());
    if (end > begin + 1) {
      add_piece(terms,
                {.text = std::string(word.substr(begin, end - begin)),
                 .begin = length_of(word.substr(0, begin)),
                 .is_part = true});
    }
    begin = end + 1;
  }
}

// Of a hyphenated word Voikko does not know, only the last part is inflected: "hr-toimintojen" ->
// hr-toiminto.
void FinnishWords::add_base_of_last_part(TermListBuilder& terms, std::string_view word) const {
  const std::size_t last = word.rfind('-') + 1;
  const std::string head = fold(word.substr(0, last));
  for (const auto& base : base_forms(word.substr(last))) {
    terms.add(head + base, TermKind::kBaseForm);
  }
}

void FinnishWords::add_unknown(TermListBuilder& terms, const Piece& piece) {
  const std::string folded = fold(piece.text);
  const std::uint32_t end = piece.begin + length_of(piece.text);
  const auto candidates = guess_base_forms(folded);
  if (const auto* entry = inflected_entry(candidates)) {
    add_lexicon_word(terms, piece, *entry);
    return;
  }
  for (const auto& candidate : candidates) {
    terms.add(candidate, TermKind::kStem, piece.begin, end);
  }
  if (const auto cut = cut_in_two(piece.text)) {
    add_halves(terms, piece, *cut);
    return;
  }
  const std::string lower = to_lower(piece.text);
  terms.add(fold(finnish_stemmer_.stem(lower)), TermKind::kStem, piece.begin, end);
  if (is_ascii(lower)) {
    terms.add(english_stemmer_.stem(lower), TermKind::kStem, Language::kEnglish);
  }
}

// "työssäjaksaminen": Voikko allows an inflected first part in listed words only. "chatbotpalvelu":
// an unknown first part before a known one; then the longest second part wins.
std::optional<FinnishWords::Cut> FinnishWords::cut_in_two(std::string_view word) const {
  const std::uint32_t length = length_of(word);
  const std::uint32_t shortest =
      begins_in_lower_case(word) ? kShortestCompound : kShortestCompoundInCapitals;
  if (length < shortest || !looks_finnish(fold(word))) {
    return std::nullopt;
  }
  std::optional<std::uint32_t> after_unknown;
  for (std::uint32_t at = kShortestFirstHalf; at + kShortestSecondHalf <= length; ++at) {
    const std::size_t byte = byte_offset(word, at);
    if (!is_word(word.substr(byte))) {
      continue;
    }
    const std::string_view first = word.substr(0, byte);
    if (lexicon_.word(fold(first)) != nullptr || is_word(first)) {
      return Cut{at, to_readings(voikko_->analyze(word.substr(byte)))};
    }
    if (!after_unknown && length - at >= kShortestSecondHalfAfterUnknown) {
      after_unknown = at;
    }
  }
  if (!after_unknown) {
    return std::nullopt;
  }
  Cut cut{*after_unknown,
          to_readings(voikko_->analyze(word.substr(byte_offset(word, *after_unknown))))};
  for (auto& reading : cut.second) {
    reading.parts.clear();  // a guess is not taken further
  }
  return cut;
}

void FinnishWords::add_halves(TermListBuilder& terms, const Piece& piece, const Cut& cut) {
  const std::string first = piece.text.substr(0, byte_offset(piece.text, cut.at));
  const std::uint32_t end = piece.begin + length_of(piece.text);
  for (const auto& reading : cut.second) {
    terms.add(fold(first + reading.base), kind_in(piece.is_part), piece.begin, end);
  }
  add_piece(terms, {.text = first, .begin = piece.begin, .is_part = true});
  add_readings(
      terms,
      {.text = piece.text.substr(first.size()), .begin = piece.begin + cut.at, .is_part = true},
      cut.second);
}

bool FinnishWords::is_verb(std::string_view word) const {
  return voikko_->is_verb(normalise(word));
}

std::vector<WordReading> FinnishWords::readings(std::string_view word) const {
  auto analyses = voikko_->analyze(word);
  if (analyses.empty() && begins_in_lower_case(word)) {
    analyses = voikko_->analyze(capitalise(word));
  }
  auto found = to_readings(analyses);
  const auto* wanted = lexicon_.base_forms(word);
  if (wanted == nullptr) {
    return found;
  }
  std::erase_if(found, [&](const WordReading& reading) {
    return std::find(wanted->begin(), wanted->end(), fold(reading.base)) == wanted->end();
  });
  for (const auto& base : *wanted) {
    const bool is_there = std::any_of(found.begin(), found.end(), [&](const WordReading& reading) {
      return fold(reading.base) == base;
    });
    if (!is_there) {
      found.push_back({.base = base, .parts = {}});
    }
  }
  return found;
}

// "sosiaali-" of "sosiaali- ja terveyspalvelut": some words occur as the first part of compounds
// only.
std::vector<WordReading> FinnishWords::first_part_readings(std::string_view word) const {
  auto analyses = voikko_->analyze(std::string(word) + "-");
  for (auto& analysis : analyses) {
    analysis = {.base_form = std::string(word)};
  }
  return to_readings(analyses);
}

// When one of the readings is a word that is never split, the others are accidents: "elinvoimaa" is
// no elin + voi + maa.
std::vector<WordReading> FinnishWords::to_readings(
    const std::vector<VoikkoAnalysis>& analyses) const {
  std::vector<WordReading> readings;
  readings.reserve(analyses.size());
  for (const auto& analysis : analyses) {
    readings.push_back(read_word_bases(analysis, *this));
  }
  const auto is_whole = [this](const WordReading& reading) {
    return whole_word(reading.base) != nullptr;
  };
  if (std::any_of(readings.begin(), readings.end(), is_whole)) {
    std::erase_if(readings, [&](const WordReading& reading) { return !is_whole(reading); });
  }
  return readings;
}

std::vector<std::string> FinnishWords::base_forms(std::string_view word) const {
  if (const auto* entry = exact_entry(word)) {
    return {term_of(*entry)};
  }
  std::vector<std::string> bases;
  for (const auto& reading : readings(word)) {
    bases.push_back(fold(reading.base));
  }
  return bases.empty() ? guess_base_forms(fold(word)) : bases;
}

const std::vector<std::string>* FinnishWords::whole_word(std::string_view base) const {
  return lexicon_.whole_word(fold(base));
}

bool FinnishWords::is_word(std::string_view word) const {
  if (const auto known = cache_->find(TermCache::Question::kIsWord, word)) {
    return *known;
  }
  const bool is_known = !voikko_->analyze(word).empty();
  cache_->insert(TermCache::Question::kIsWord, word, is_known);
  return is_known;
}

bool FinnishWords::is_base_form(std::string_view base) const {
  if (const auto known = cache_->find(TermCache::Question::kIsBaseForm, base)) {
    return *known;
  }
  const auto analyses = voikko_->analyze(base);
  const bool is_base =
      std::any_of(analyses.begin(), analyses.end(), [&](const VoikkoAnalysis& analysis) {
        return analysis.base_form == base;
      });
  cache_->insert(TermCache::Question::kIsBaseForm, base, is_base);
  return is_base;
}

}  // namespace kiertoon
