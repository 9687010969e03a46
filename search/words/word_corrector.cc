#include "search/words/word_corrector.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "search/words/spelling.h"

namespace kiertoon {
namespace {

// Characters of a word that edits may correct, and of one for which a single edit is sure.
constexpr std::size_t kShortestForEdits = 4;
constexpr std::size_t kShortestToBeSure = 5;
constexpr std::size_t kShortestHalf = 3;

double likelihood_of(const NearWord& found, const WordList& words) {
  return likelihood(found.cost, words[found.number].frequency());
}

}  // namespace

WordCorrector::WordCorrector(const WordList& words, const NearWords& near, const FormFinder& forms)
    : words_(words), near_(near), forms_(forms) {}

const NearWord* WordCorrector::likeliest(const std::vector<NearWord>& found) const {
  const auto best =
      std::max_element(found.begin(), found.end(), [this](const NearWord& a, const NearWord& b) {
        return likelihood_of(a, words_) < likelihood_of(b, words_);
      });
  return best == found.end() ? nullptr : &*best;
}

std::string WordCorrector::word_of(const NearWord& found) const {
  return std::string(words_[found.number].word);
}

std::optional<std::string> WordCorrector::same_skeleton(std::string_view folded) const {
  const auto found = near_.with_skeleton_of(folded);
  const auto* best = likeliest(found);
  return best == nullptr ? std::nullopt : std::optional(word_of(*best));
}

std::optional<std::string> WordCorrector::one_error(std::string_view folded,
                                                    const NearWord* best) const {
  const bool is_near = best != nullptr && best->cost <= FormFinder::kOneError;
  auto form = forms_.one_error_away(
      folded, is_near ? likelihood_of(*best, words_) : likelihood(2 * FormFinder::kOneError, 0));
  if (form && form->deeds > 0) {
    return std::move(form->text);
  }
  if (is_near) {
    return word_of(*best);
  }
  auto halves = two_words(folded);
  return halves || !form ? std::move(halves) : std::optional(std::move(form->text));
}

// Cut where the rarer of the two is most frequent.
std::optional<std::string> WordCorrector::two_words(std::string_view folded) const {
  std::uint32_t most = 0;
  std::optional<std::string> best;
  const std::size_t length = count_code_points(folded);
  for (std::size_t at = kShortestHalf; at + kShortestHalf <= length; ++at) {
    const std::size_t byte = byte_offset(folded, at);
    const auto first = folded.substr(0, byte);
    const auto second = folded.substr(byte);
    const std::uint32_t deeds = std::min(words_.deeds_with(first), words_.deeds_with(second));
    if (deeds > most) {
      most = deeds;
      best = std::string(first) + " " + std::string(second);
    }
  }
  return best;
}

std::optional<std::string> WordCorrector::join(std::string_view first,
                                               std::string_view second) const {
  const std::string joined = std::string(first) + std::string(second);
  if (const auto known = words_.find(joined); !known.empty()) {
    return std::string(words_[known.first].word);
  }
  return same_skeleton(joined);
}

std::optional<WordCorrection> WordCorrector::correct(std::string_view folded,
                                                     WordStanding standing) const {
  auto correction = correct_unknown(folded);
  if (correction && standing == WordStanding::kUnmet) {
    correction->trust = Trust::kOfferable;
  }
  return correction;
}

std::optional<WordCorrection> WordCorrector::correct_unknown(std::string_view folded) const {
  if (auto found = same_skeleton(folded)) {
    return WordCorrection{std::move(*found), Trust::kSure};
  }
  const std::size_t length = count_code_points(folded);
  if (length < kShortestForEdits) {
    return std::nullopt;
  }
  if (auto form = forms_.same_skeleton(folded)) {
    return WordCorrection{std::move(*form), Trust::kSure};
  }
  const int edits = length < NearWords::kShortestForTwo ? 1 : 2;
  const auto found =
      near_.within(folded, FormFinder::kOneError + (edits - 1) * SpellingCosts::kEdit);
  const auto* best = likeliest(found);
  if (auto word = one_error(folded, best)) {
    return WordCorrection{std::move(*word),
                          length < kShortestToBeSure ? Trust::kDoubtful : Trust::kSure};
  }
  return best == nullptr ? std::nullopt
                         : std::optional(WordCorrection{word_of(*best), Trust::kDoubtful});
}

}  // namespace kiertoon
