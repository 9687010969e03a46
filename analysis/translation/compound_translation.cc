#include "analysis/translation/compound_translation.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "analysis/translation/inflection.h"

namespace kiertoon {
namespace {

constexpr std::size_t kAlternativesOfPart = 2;
// A compound may mean something else than its parts, and each alternative is a guess.
constexpr double kScoreOfJoined = 0.7;
constexpr double kScoreOfSeparate = 0.5;

// A compound of more than two parts is less certain with each.
constexpr double kScoreOfFurtherPart = 0.8;

// One choice of a translation for each part.
struct Choice {
  std::vector<std::string> words;
  double score = 1;
  bool can_be_joined = true;
};

std::string first_part_of(const std::string& word, Language language) {
  return language == Language::kSwedish ? swedish_first_part(word) : finnish_first_part(word);
}

// A word that can stand in a compound as it is: no phrase, and no infinitive.
bool can_be_joined(const ScoredTranslation& word) {
  return word.part_of_speech != PartOfSpeech::kVerb && word.text.find(' ') == std::string::npos;
}

// Finnish writes a hyphen between equal vowels: "tasa-arvo".
bool needs_hyphen(const std::string& first, const std::string& second, Language language) {
  constexpr std::string_view kVowels = "aeiouy";
  return language == Language::kFinnish && !first.empty() && !second.empty() &&
         ((first.back() == second.front() &&
           kVowels.find(first.back()) != std::string_view::npos) ||
          (first.ends_with("ä") && second.starts_with("ä")) ||
          (first.ends_with("ö") && second.starts_with("ö")));
}

std::string joined(const std::vector<std::string>& words, Language language) {
  std::string compound = words.front();
  for (std::size_t i = 1; i < words.size(); ++i) {
    compound = first_part_of(compound, language);
    compound += needs_hyphen(compound, words[i], language) ? "-" : "";
    compound += words[i];
  }
  return compound;
}

std::string separate(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) {
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

// The best choice, and those that differ from it in one part.
std::vector<Choice> choices_of(const std::vector<std::vector<ScoredTranslation>>& parts) {
  std::vector<std::size_t> best(parts.size(), 0);
  const auto choose = [&parts](const std::vector<std::size_t>& numbers) {
    Choice choice;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const ScoredTranslation& word = parts[i][numbers[i]];
      choice.words.push_back(word.text);
      choice.score *= word.score * (i < 2 ? 1 : kScoreOfFurtherPart);
      choice.can_be_joined = choice.can_be_joined && can_be_joined(word);
    }
    return choice;
  };
  std::vector<Choice> choices{choose(best)};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (std::size_t other = 1; other < std::min(parts[i].size(), kAlternativesOfPart); ++other) {
      auto numbers = best;
      numbers[i] = other;
      choices.push_back(choose(numbers));
    }
  }
  return choices;
}

// Nouns and adjectives, or the verbs when there are no others: parts of compounds are named so.
std::vector<ScoredTranslation> translations_of_part(const std::string& part,
                                                    const TranslationTable& table) {
  auto found = table.translations(part);
  const auto is_verb = [](const ScoredTranslation& one) {
    return one.part_of_speech == PartOfSpeech::kVerb;
  };
  if (!std::all_of(found.begin(), found.end(), is_verb)) {
    std::erase_if(found, is_verb);
  }
  return found;
}

}  // namespace

std::vector<ScoredTranslation> translate_compound(const std::vector<std::string>& parts,
                                                  const TranslationTable& table,
                                                  Language to) {
  if (parts.empty()) {
    return {};
  }
  std::vector<std::vector<ScoredTranslation>> translations;
  for (const auto& part : parts) {
    auto found = translations_of_part(part, table);
    if (found.empty()) {
      return {};
    }
    translations.push_back(std::move(found));
  }
  std::vector<ScoredTranslation> compounds;
  for (const auto& choice : choices_of(translations)) {
    if (to != Language::kEnglish && choice.can_be_joined) {
      compounds.push_back(
          {.text = joined(choice.words, to), .score = kScoreOfJoined * choice.score});
    }
    compounds.push_back({.text = separate(choice.words), .score = kScoreOfSeparate * choice.score});
  }
  return compounds;
}

}  // namespace kiertoon
