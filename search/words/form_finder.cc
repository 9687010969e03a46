#include "search/words/form_finder.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "search/words/spelling.h"

namespace kiertoon {
namespace {

constexpr std::array<std::string_view, 29> kLetters{
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o",
    "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z", "å", "ä", "ö"};

// What it costs, beside the error, that no deed has the form, or that deeds have parts of it only:
// the dictionary takes many a compound that nobody has written.
constexpr int kUnseenForm = 2;
constexpr int kUnseenWord = 8;

using Characters = std::vector<std::string_view>;

Characters characters_of(std::string_view text) {
  Characters characters;
  while (!text.empty()) {
    const std::size_t size = byte_offset(text, 1);
    characters.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return characters;
}

std::string joined(const Characters& characters) {
  std::string text;
  for (const std::string_view character : characters) {
    text += character;
  }
  return text;
}

// The word with dots on every a and o of its characters [first, last).
std::string dotted(const Characters& characters, std::size_t first, std::size_t last) {
  Characters word = characters;
  for (std::size_t i = first; i < last; ++i) {
    word[i] = word[i] == "a" ? "ä" : word[i] == "o" ? "ö" : word[i];
  }
  return joined(word);
}

// Front and back vowels do not mix within a part of a compound: the dots belong on all of the word,
// on its beginning up to some place, or on its end from there.
void add_dotted(std::string_view word, std::set<std::string>& forms) {
  const Characters characters = characters_of(word);
  for (std::size_t place = 0; place <= characters.size(); ++place) {
    forms.insert(dotted(characters, place, characters.size()));
    forms.insert(dotted(characters, 0, place));
  }
}

// Calls `visit` with the word after doubling a letter or making a double one single.
template <typename Visitor>
void for_each_doubling(std::string_view word, Visitor visit) {
  const Characters characters = characters_of(word);
  for (std::size_t i = 0; i < characters.size(); ++i) {
    Characters edited = characters;
    const auto place = edited.begin() + static_cast<std::ptrdiff_t>(i);
    if (i > 0 && characters[i] == characters[i - 1]) {
      edited.erase(place);
    } else {
      edited.insert(place, characters[i]);
    }
    visit(joined(edited));
  }
}

// Calls `visit` with each string one edit or swap away from the word, some of them twice.
template <typename Visitor>
void for_each_edit(std::string_view word, Visitor visit) {
  const Characters characters = characters_of(word);
  for (std::size_t i = 0; i <= characters.size(); ++i) {
    const auto place = static_cast<std::ptrdiff_t>(i);
    Characters edited = characters;
    edited.insert(edited.begin() + place, "");
    for (const std::string_view letter : kLetters) {
      edited[i] = letter;
      visit(joined(edited));
    }
    if (i == characters.size()) {
      break;
    }
    edited.erase(edited.begin() + place + 1);  // a letter instead of one
    for (const std::string_view letter : kLetters) {
      edited[i] = letter;
      visit(joined(edited));
    }
    edited.erase(edited.begin() + place);
    visit(joined(edited));
    if (i > 0) {
      edited = characters;
      std::swap(edited[i - 1], edited[i]);
      visit(joined(edited));
    }
  }
}

}  // namespace

FormFinder::FormFinder(const SpellingIndex& spelling, const WordJudge& judge)
    : spelling_(spelling), judge_(judge) {}

std::optional<std::string> FormFinder::likeliest(const std::set<std::string>& forms,
                                                 std::uint32_t least_deeds) const {
  std::optional<std::string> best;
  for (const auto& form : forms) {
    const auto deeds = judge_.deeds_with_form(form);
    if (deeds && *deeds >= least_deeds) {
      best = form;
      least_deeds = *deeds + 1;
    }
  }
  return best;
}

// Who types one letter with dots can type them all.
std::optional<std::string> FormFinder::same_skeleton(std::string_view folded) const {
  const bool has_dots = without_dots(folded) != folded;
  std::set<std::string> forms;
  if (!has_dots) {
    add_dotted(folded, forms);
    forms.erase(std::string(folded));
    if (auto form = likeliest(forms, 0)) {
      return form;
    }
    forms.clear();
  }
  for_each_doubling(folded, [&](const std::string& form) {
    forms.insert(form);
    if (!has_dots) {
      add_dotted(form, forms);
    }
  });
  std::erase_if(forms, [this](const std::string& form) {
    return !spelling_.letter_sequences().has_all_of(form);
  });
  return likeliest(forms, 1);
}

std::optional<FoundForm> FormFinder::one_error_away(std::string_view folded, double least) const {
  const Letters typed(folded);
  std::vector<std::pair<int, std::string>> forms;
  for_each_edit(folded, [&](std::string form) {
    if (!spelling_.letter_sequences().has_all_of(form)) {
      return;
    }
    const auto cost = spelling_cost(typed, Letters(form), kOneError);
    if (cost && *cost > 0) {
      forms.emplace_back(*cost, std::move(form));
    }
  });
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  std::optional<FoundForm> best;
  for (auto& [cost, form] : forms) {
    if (likelihood(cost + kUnseenForm, spelling_.words().deed_count()) <= least) {
      break;  // however many deeds have the word
    }
    const auto deeds = judge_.deeds_with_form(form);
    if (!deeds) {
      continue;
    }
    const double likely = likelihood(cost + (*deeds > 0 ? kUnseenForm : kUnseenWord), *deeds);
    if (likely > least) {
      least = likely;
      best = FoundForm{.text = std::move(form), .deeds = *deeds};
    }
  }
  return best;
}

}  // namespace kiertoon
