#include "bench/eval/word_editor.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace kiertoon {
namespace {

struct CaseEnding {
  std::string_view back;   // after a, o or u
  std::string_view front;  // otherwise
};

// The longer ones first, so that the first one a word ends in is its ending.
constexpr std::array<CaseEnding, 10> kCaseEndings{{{"ssa", "ssä"},
                                                   {"sta", "stä"},
                                                   {"lla", "llä"},
                                                   {"lta", "ltä"},
                                                   {"lle", "lle"},
                                                   {"ksi", "ksi"},
                                                   {"na", "nä"},
                                                   {"a", "ä"},
                                                   {"n", "n"},
                                                   {"t", "t"}}};
constexpr std::size_t kShortestStem = 3;  // bytes: "työ" keeps its letters, "ja" too

enum Edit : std::size_t { kReplace, kLeaveOut, kInsertAfter, kSwap, kReinflect, kEditCount };

std::string_view ending_of(std::string_view word) {
  for (const CaseEnding& ending : kCaseEndings) {
    for (const std::string_view form : {ending.back, ending.front}) {
      if (word.ends_with(form) && word.size() >= form.size() + kShortestStem) {
        return form;
      }
    }
  }
  return {};
}

}  // namespace

WordEditor::WordEditor(std::vector<std::string> corpus, std::uint64_t seed)
    : corpus_(std::move(corpus)), random_(seed) {}

// Not std::uniform_int_distribution, which gives other numbers with other standard libraries.
std::size_t WordEditor::draw(std::size_t below) {
  return random_() % below;
}

const std::string& WordEditor::new_word() {
  return corpus_[draw(corpus_.size())];
}

std::vector<std::size_t> WordEditor::choose(std::size_t count, std::size_t below) {
  std::vector<std::size_t> numbers(below);
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  count = std::min(count, below);
  for (std::size_t i = 0; i < count; ++i) {
    std::swap(numbers[i], numbers[i + draw(below - i)]);
  }
  numbers.resize(count);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

std::string WordEditor::reinflect(std::string_view word) {
  const std::string_view old_ending = ending_of(word);
  const std::string_view stem = word.substr(0, word.size() - old_ending.size());
  const bool back = word.find_first_of("aouAOU") != std::string_view::npos;
  std::string_view ending = old_ending;
  while (ending == old_ending) {
    const CaseEnding& drawn = kCaseEndings[draw(kCaseEndings.size())];
    ending = back ? drawn.back : drawn.front;
  }
  return std::string(stem).append(ending);
}

void WordEditor::edit_word(const std::string& word, std::vector<std::string>& edited) {
  switch (draw(kEditCount)) {
    case kReplace:
      edited.push_back(new_word());
      break;
    case kLeaveOut:
      break;
    case kInsertAfter:
      edited.push_back(word);
      edited.push_back(new_word());
      break;
    case kSwap:
      edited.insert(edited.empty() ? edited.end() : edited.end() - 1, word);
      break;
    default:
      edited.push_back(reinflect(word));
  }
}

std::vector<std::string> WordEditor::edit(const std::vector<std::string>& words, double share) {
  const auto count =
      static_cast<std::size_t>(std::lround(share * static_cast<double>(words.size())));
  const std::vector<std::size_t> chosen = choose(count, words.size());
  std::vector<std::string> edited;
  edited.reserve(words.size() + count);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (std::binary_search(chosen.begin(), chosen.end(), i)) {
      edit_word(words[i], edited);
    } else {
      edited.push_back(words[i]);
    }
  }
  return edited;
}

}  // namespace kiertoon
