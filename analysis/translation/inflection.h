#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language.h"
#include "analysis/translation/dictionary_entry.h"

namespace kiertoon {

struct BaseFormGuess {
  std::string word;
  std::optional<PartOfSpeech> part_of_speech;  // when the ending tells it

  friend bool operator==(const BaseFormGuess&, const BaseFormGuess&) = default;
};

// Base forms a Swedish or an English word may have, guessed by its endings: "skolorna" -> skola, a
// noun; "studies" -> study. Likelier ones first; the word itself is not among them; last come the
// words it may derive from ("lagring" -> lagra). Most are no words: for looking up in a dictionary.
// None of a Finnish word, which the analyzer knows. Expects a folded word (see fold()).
[[nodiscard]] std::vector<BaseFormGuess> guess_dictionary_forms(std::string_view word,
                                                                Language language);

// First parts of Swedish compounds are forms of their own: "arbets-" of arbete, "kvinno-" of
// kvinna, "läkar-" of läkare. The words of which `part` may be such a form, likelier ones first,
// the part as it stands before all.
[[nodiscard]] std::vector<std::string> words_of_first_part(std::string_view part);

// The form a word most likely takes before another in a compound; of a compound that is not known
// otherwise. "arbete" -> "arbets", "skola" -> "skol"; "kehittäminen" -> "kehittämis".
[[nodiscard]] std::string swedish_first_part(std::string_view word);
[[nodiscard]] std::string finnish_first_part(std::string_view word);

}  // namespace kiertoon
