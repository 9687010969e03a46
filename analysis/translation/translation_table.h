#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/translation/bilingual_dictionary.h"

namespace kiertoon {

struct ScoredTranslation {
  std::string text;  // as the dictionary writes it
  double score = 0;  // 0-1: how likely the word means this
  PartOfSpeech part_of_speech = PartOfSpeech::kOther;
};

// Two dictionaries between the same languages as one: what the first says of a word, and what
// the second, read backwards, says. They must outlive the table; either may be missing. Cheap to
// make and copy; thread-safe.
class TranslationTable {
 public:
  TranslationTable(const BilingualDictionary* forward, const BilingualDictionary* backward)
      : forward_(forward), backward_(backward) {}

  [[nodiscard]] bool empty() const { return forward_ == nullptr && backward_ == nullptr; }

  // Words are asked for as fold() leaves them.
  [[nodiscard]] bool has(std::string_view folded) const;
  // Whether the word is a noun, an adjective or a verb.
  [[nodiscard]] bool has_content_word(std::string_view folded) const;

  // Best first. What both dictionaries say counts most, then what serves many senses, early ones,
  // and the first words of a sense; nouns before adjectives and verbs, and these before the rest.
  // (The order of the senses alone would mislead: FreeDict's English dictionary sorts them by the
  // letters of their explanations.)
  // `expected` is the part of speech that the word's ending shows: others count less.
  [[nodiscard]] std::vector<ScoredTranslation> translations(
      std::string_view folded, std::optional<PartOfSpeech> expected = std::nullopt) const;

  // Words with that Snowball stem, as BilingualDictionary gives them.
  [[nodiscard]] std::vector<std::string_view> words_of_stem(std::string_view stem) const;

 private:
  const BilingualDictionary* forward_;
  const BilingualDictionary* backward_;
};

}  // namespace kiertoon
