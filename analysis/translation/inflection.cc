#include "analysis/translation/inflection.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>

#include "base/utf8.h"

namespace kiertoon {
namespace {

struct Ending {
  std::string_view ending;
  std::string_view of_base_form;
  std::optional<PartOfSpeech> part_of_speech{};
};

constexpr std::size_t kShortestBase = 2;  // code points
constexpr auto kNoun = PartOfSpeech::kNoun;
constexpr auto kVerb = PartOfSpeech::kVerb;
constexpr auto kAdjective = PartOfSpeech::kAdjective;

// Within a group the endings that leave least to chance come first.
constexpr std::array kSwedishEndings{
    // nouns, definite or plural
    Ending{"männen", "man", kNoun},
    Ending{"män", "man", kNoun},
    Ending{"orna", "a", kNoun},
    Ending{"arna", "", kNoun},
    Ending{"arna", "e", kNoun},
    Ending{"arna", "are", kNoun},
    Ending{"larna", "el", kNoun},
    Ending{"rarna", "er", kNoun},
    Ending{"narna", "en", kNoun},
    Ending{"lerna", "el", kNoun},
    Ending{"ierna", "ium", kNoun},
    Ending{"eerna", "eum", kNoun},
    Ending{"erna", "", kNoun},
    Ending{"rna", "", kNoun},
    Ending{"aren", "are", kNoun},
    Ending{"ena", "", kNoun},
    Ending{"ena", "e", kNoun},
    Ending{"ina", "en", kNoun},
    Ending{"na", "", kNoun},
    Ending{"or", "a", kNoun},
    Ending{"lar", "el", kNoun},
    Ending{"rar", "er", kNoun},
    Ending{"nar", "en", kNoun},
    Ending{"ar", "", kNoun},
    Ending{"ar", "e", kNoun},
    Ending{"ler", "el", kNoun},
    Ending{"ier", "ium", kNoun},
    Ending{"iet", "ium", kNoun},
    Ending{"eer", "eum", kNoun},
    Ending{"eet", "eum", kNoun},
    Ending{"er", "", kNoun},
    Ending{"n", "", kNoun},
    Ending{"en", "", kNoun},
    Ending{"et", "", kNoun},
    Ending{"mmen", "m", kNoun},
    Ending{"mmet", "m", kNoun},
    Ending{"ret", "er", kNoun},
    Ending{"let", "el", kNoun},
    Ending{"net", "en", kNoun},
    Ending{"len", "el", kNoun},
    Ending{"ren", "er", kNoun},
    // either: "skor", "bor"; "arbetet", "stort"
    Ending{"r", ""},
    Ending{"t", ""},
    // adjectives and participles
    Ending{"ade", "ad", kAdjective},
    Ending{"aste", "", kAdjective},
    Ending{"are", "", kAdjective},
    Ending{"ast", "", kAdjective},
    Ending{"na", "en", kAdjective},
    Ending{"ra", "er", kAdjective},
    Ending{"a", ""},
    // verbs
    Ending{"ade", "a", kVerb},
    Ending{"da", "a", kVerb},
    Ending{"ta", "a", kVerb},
    Ending{"dde", "", kVerb},
    Ending{"at", "a", kVerb},
    Ending{"er", "a", kVerb},
    Ending{"it", "a", kVerb},
    Ending{"de", "a", kVerb},
    Ending{"te", "a", kVerb},
    Ending{"d", "", kVerb},
    Ending{"t", "a", kVerb},
    Ending{"d", "a", kVerb},
    // what a word derives from
    Ending{"ande", "a", kVerb},
    Ending{"ende", "a", kVerb},
    Ending{"ning", "a", kVerb},
    Ending{"ningar", "a", kVerb},
    Ending{"ningen", "a", kVerb},
    Ending{"ningarna", "a", kVerb},
    Ending{"ing", "a", kVerb},
    Ending{"ingar", "a", kVerb},
    Ending{"ingen", "a", kVerb},
    Ending{"het", "", kAdjective},
    Ending{"heten", "", kAdjective},
    Ending{"heter", "", kAdjective},
};

constexpr std::array kEnglishEndings{
    Ending{"children", "child", kNoun},
    Ending{"men", "man", kNoun},
    Ending{"feet", "foot", kNoun},
    Ending{"teeth", "tooth", kNoun},
    Ending{"mice", "mouse", kNoun},
    Ending{"geese", "goose", kNoun},
    Ending{"ria", "rion", kNoun},
    Ending{"mena", "menon", kNoun},
    Ending{"ies", "y"},
    Ending{"ives", "ife", kNoun},
    Ending{"ves", "f", kNoun},
    Ending{"ses", "sis", kNoun},
    Ending{"s", ""},
    Ending{"es", ""},
    Ending{"ied", "y", kVerb},
    Ending{"ing", "e", kVerb},
    Ending{"ing", "", kVerb},
    Ending{"ed", "e", kVerb},
    Ending{"ed", "", kVerb},
    Ending{"ier", "y", kAdjective},
    Ending{"er", ""},
    Ending{"est", "", kAdjective},
    // British spellings of words that dictionaries have in American
    Ending{"isation", "ization"},
    Ending{"isations", "ization"},
    Ending{"ise", "ize"},
    Ending{"ised", "ize"},
    Ending{"ising", "ize"},
    Ending{"our", "or"},
    Ending{"ours", "or"},
    Ending{"tre", "ter"},
    Ending{"tres", "ter"},
};

constexpr std::array kSwedishFirstParts{
    Ending{"", ""},
    Ending{"s", ""},
    Ending{"", "e"},
    Ending{"", "a"},
    Ending{"s", "e"},
    Ending{"o", "a"},
    Ending{"u", "a"},
    Ending{"e", "a"},
    Ending{"e", ""},
    Ending{"a", ""},
    Ending{"ar", "are"},
    Ending{"i", "um"},
};

using Guesses = std::vector<BaseFormGuess>;

void add_once(Guesses& guesses, BaseFormGuess guess) {
  if (count_code_points(guess.word) >= kShortestBase &&
      std::find(guesses.begin(), guesses.end(), guess) == guesses.end()) {
    guesses.push_back(std::move(guess));
  }
}

void replace_endings(std::string_view word, std::span<const Ending> endings, Guesses& guesses) {
  for (const auto& [ending, of_base_form, part_of_speech] : endings) {
    if (word.ends_with(ending)) {
      std::string base(word.substr(0, word.size() - ending.size()));
      add_once(guesses, {base.append(of_base_form), part_of_speech});
    }
  }
}

// "stopp" -> "stop" (of "stopping"), if the word ends in a double consonant.
void add_undoubled(std::string_view word, PartOfSpeech part_of_speech, Guesses& guesses) {
  if (word.size() > kShortestBase && word.back() == word[word.size() - 2]) {
    add_once(guesses, {std::string(word.substr(0, word.size() - 1)), part_of_speech});
  }
}

// Nouns whose plural changes the vowel: "städer" -> stad, "böcker" -> bok, "händerna" -> hand.
void add_without_umlaut(std::string_view word, Guesses& guesses) {
  constexpr std::array<std::string_view, 2> kPlurals{"erna", "er"};
  constexpr std::string_view kDoubleK = "ck";
  const auto* plural = std::find_if(
      kPlurals.begin(), kPlurals.end(), [word](auto ending) { return word.ends_with(ending); });
  if (plural == kPlurals.end()) {
    return;
  }
  std::string stem(word.substr(0, word.size() - plural->size()));
  for (const auto& [umlaut, vowel] :
       {std::pair<std::string_view, std::string_view>("ä", "a"), {"ö", "o"}}) {
    const std::size_t place = stem.rfind(umlaut);
    if (place == std::string::npos) {
      continue;
    }
    stem.replace(place, umlaut.size(), vowel);
    if (stem.ends_with(kDoubleK)) {
      stem.replace(stem.size() - kDoubleK.size(), kDoubleK.size(), "k");
    }
    add_undoubled(stem, kNoun, guesses);
    add_once(guesses, {stem, kNoun});
    return;
  }
}

void add_swedish(std::string_view word, Guesses& guesses) {
  add_without_umlaut(word, guesses);
  replace_endings(word, kSwedishEndings, guesses);
}

Guesses guess_swedish(std::string_view word) {
  Guesses guesses;
  add_swedish(word, guesses);
  if (word.ends_with('s')) {
    // A genitive, or a verb in the passive.
    const std::string_view owner = word.substr(0, word.size() - 1);
    add_once(guesses, {std::string(owner), std::nullopt});
    add_swedish(owner, guesses);
  }
  return guesses;
}

void add_english(std::string_view word, Guesses& guesses) {
  replace_endings(word, kEnglishEndings, guesses);
  for (const std::string_view ending : {"ing", "ed"}) {
    if (word.ends_with(ending)) {
      add_undoubled(word.substr(0, word.size() - ending.size()), kVerb, guesses);
    }
  }
}

Guesses guess_english(std::string_view word) {
  Guesses guesses;
  for (const std::string_view genitive : {"'s", "’s", "'", "’"}) {
    if (word.ends_with(genitive)) {
      word.remove_suffix(genitive.size());
      add_once(guesses, {std::string(word), std::nullopt});
    }
  }
  add_english(word, guesses);
  return guesses;
}

}  // namespace

std::vector<BaseFormGuess> guess_dictionary_forms(std::string_view word, Language language) {
  switch (language) {
    case Language::kSwedish:
      return guess_swedish(word);
    case Language::kEnglish:
      return guess_english(word);
    case Language::kFinnish:
      break;
  }
  return {};
}

std::vector<std::string> words_of_first_part(std::string_view part) {
  Guesses guesses;
  replace_endings(part, kSwedishFirstParts, guesses);
  std::vector<std::string> words;
  words.reserve(guesses.size());
  for (auto& guess : guesses) {
    words.push_back(std::move(guess.word));
  }
  return words;
}

std::string swedish_first_part(std::string_view word) {
  constexpr std::array<std::string_view, 8> kWithS{
      "ing", "het", "skap", "dom", "nad", "ion", "tet", "tek"};
  const auto ends_in = [word](std::string_view ending) { return word.ends_with(ending); };
  std::string first(word);
  if (word.ends_with("are") || (word.ends_with('a') && word.size() > kShortestBase)) {
    first.pop_back();
  } else if (word.ends_with("bete")) {
    first.back() = 's';
  } else if (std::any_of(kWithS.begin(), kWithS.end(), ends_in)) {
    first += 's';
  }
  return first;
}

std::string finnish_first_part(std::string_view word) {
  constexpr std::string_view kDiminutive = "nen";
  std::string first(word);
  if (word.ends_with(kDiminutive) && word.size() > kDiminutive.size() + 1) {
    first.replace(first.size() - kDiminutive.size(), kDiminutive.size(), "s");
  }
  return first;
}

}  // namespace kiertoon
