#include "analysis/unknown_word.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "base/utf8.h"

namespace kiertoon {
namespace {

constexpr std::size_t kShortestStem = 3;  // characters that must be left of a word

// An ending and what stands in its place in the base form. Back vowels only: `a o u` stand for `ä ö
// y` too.
struct Ending {
  std::string_view ending;
  std::string_view replacement;
};

// Clitic particles and possessive suffixes.
constexpr std::array<std::string_view, 9> kOuterEndings{
    "kin", "kaan", "han", "ko", "ni", "si", "nsa", "mme", "nne"};

// Case endings of the singular and the plural, the loan vowel `i` of consonant-final names
// ("chatbotissa", "Teamsin") among them.
constexpr std::array<Ending, 53> kCaseEndings{{
    {"eissa", "i"}, {"eista", "i"}, {"eilla", "i"},  {"eilta", "i"}, {"eille", "i"}, {"eihin", "i"},
    {"eiden", "i"}, {"oissa", "a"}, {"oista", "a"},  {"oilla", "a"}, {"oilta", "a"}, {"oille", "a"},
    {"oihin", "a"}, {"oiden", "a"}, {"oitten", "a"}, {"ojen", "a"},  {"oja", "a"},   {"issa", ""},
    {"ista", ""},   {"illa", ""},   {"ilta", ""},    {"ille", ""},   {"iksi", ""},   {"ihin", ""},
    {"issa", "a"},  {"ista", "a"},  {"illa", "a"},   {"ilta", "a"},  {"ille", "a"},  {"iksi", "a"},
    {"iin", "a"},   {"ien", "a"},   {"ien", "i"},    {"ien", ""},    {"eja", "i"},   {"ia", "a"},
    {"ia", ""},     {"ssa", ""},    {"sta", ""},     {"lla", ""},    {"lta", ""},    {"lle", ""},
    {"ksi", ""},    {"na", ""},     {"ta", ""},      {"in", ""},     {"jen", ""},    {"ja", ""},
    {"n", ""},      {"t", ""},      {"a", ""},       {"itten", "i"}, {"eita", "i"},
}};

// Illatives of the singular, and how many characters they add: the vowel before them is the word's
// own ("Soiteen", "tyhyyn").
constexpr std::array<std::pair<std::string_view, std::size_t>, 6> kIllatives{{
    {"aan", 2},
    {"een", 2},
    {"iin", 2},
    {"oon", 2},
    {"uun", 2},
    {"seen", 4},
}};

// ä -> a, ö -> o, y -> u, so that one table serves both vowel harmonies; remembers nothing, since
// the stem keeps its own letters.
std::string to_back_vowels(std::string_view word) {
  std::string back;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const std::string_view rest = word.substr(i);
    if (rest.starts_with("ä")) {
      back += 'a';
      ++i;
    } else if (rest.starts_with("ö")) {
      back += 'o';
      ++i;
    } else {
      back += word[i] == 'y' ? 'u' : word[i];
    }
  }
  return back;
}

// The part of `word` that is left when its last `count` characters are taken off; empty when too
// little is left.
std::string_view stem_of(std::string_view word, std::size_t count) {
  const std::size_t length = count_code_points(word);
  return length < count + kShortestStem ? std::string_view()
                                        : word.substr(0, byte_offset(word, length - count));
}

bool has_front_vowels(std::string_view word) {
  return word.find("ä") != std::string_view::npos || word.find("ö") != std::string_view::npos;
}

class Candidates {
 public:
  explicit Candidates(std::string_view word) { add(std::string(word)); }

  void add(std::string candidate) {
    if (!candidate.empty() && std::find(all_.begin(), all_.end(), candidate) == all_.end()) {
      all_.push_back(std::move(candidate));
    }
  }

  void add_case_stems(std::string_view word) {
    const std::string back = to_back_vowels(word);
    for (const auto& [ending, replacement] : kCaseEndings) {
      if (back.ends_with(ending)) {
        add_replaced(word, ending.size(), replacement);
      }
    }
    for (const auto& [ending, added] : kIllatives) {
      if (back.ends_with(ending)) {
        add(std::string(stem_of(word, added)));
      }
    }
  }

  [[nodiscard]] std::vector<std::string> take() { return std::move(all_); }

 private:
  void add_replaced(std::string_view word,
                    std::size_t ending_characters,
                    std::string_view replacement) {
    const std::string_view stem = stem_of(word, ending_characters);
    if (stem.empty()) {
      return;
    }
    std::string candidate(stem);
    if (replacement == "a" && has_front_vowels(word)) {
      candidate += "ä";
    } else {
      candidate += replacement;
    }
    const bool ends_in_loan_vowel = candidate.ends_with('i') && replacement.empty();
    add(candidate);
    if (ends_in_loan_vowel) {
      add(std::string(stem_of(candidate, 1)));
    }
  }

  std::vector<std::string> all_;
};

}  // namespace

std::vector<std::string> guess_base_forms(std::string_view word) {
  Candidates candidates(word);
  candidates.add_case_stems(word);
  const std::string back = to_back_vowels(word);
  for (const std::string_view ending : kOuterEndings) {
    if (!back.ends_with(ending)) {
      continue;
    }
    const std::string_view inner = stem_of(word, ending.size());
    if (inner.empty()) {
      continue;
    }
    candidates.add_case_stems(inner);
    if (ending != "ni" && ending != "si") {
      candidates.add(std::string(inner));
    }
  }
  return candidates.take();
}

}  // namespace kiertoon
