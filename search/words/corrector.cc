#include "search/words/corrector.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "analysis/text.h"

namespace kiertoon {
namespace {

constexpr std::size_t kMostUnknownWords = 10;

template <typename Judged>
bool is_good(const Judged& judged) {
  return judged.standing == WordStanding::kGood;
}

std::string in_case_of(const QueryWord& typed, const std::string& word) {
  return typed.has_capital ? capitalise(word) : word;
}

}  // namespace

Corrector::Corrector(const SpellingIndex& spelling,
                     const KnownWords& names,
                     const IndexTerms& terms,
                     Analyzer& analyzer)
    : words_(spelling.words()),
      judge_(words_, names, terms, analyzer),
      forms_(spelling, judge_),
      word_corrector_(words_, spelling.near_words(), forms_),
      analyzer_(analyzer) {}

std::vector<Corrector::JudgedWord> Corrector::judged_words(std::string_view text) {
  std::vector<JudgedWord> judged;
  for (auto& word : query_words(text, analyzer_)) {
    const WordStanding standing = standing_of(word);
    judged.push_back({std::move(word), standing});
  }
  return judged;
}

WordStanding Corrector::standing_of(const QueryWord& word) {
  if (words_.contains(word.whole) || word.folded.size() > WordList::kLongestWord) {
    return WordStanding::kGood;
  }
  const auto* known = standings_.find(word.folded);
  return known == nullptr ? standings_.insert(word.folded, judge_.judge(word.folded)) : *known;
}

std::optional<TextCorrection> Corrector::joined(const JudgedWord& first,
                                                const JudgedWord& second) const {
  if (!second.word.follows_word) {
    return std::nullopt;
  }
  auto word = word_corrector_.join(first.word.folded, second.word.folded);
  if (!word) {
    return std::nullopt;
  }
  return TextCorrection{.start = first.word.start,
                        .end = second.word.end,
                        .to = in_case_of(first.word, *word),
                        .trust = Trust::kSure,
                        .met = is_good(first)    ? first.word.folded
                               : is_good(second) ? second.word.folded
                                                 : std::string()};
}

std::optional<TextCorrection> Corrector::corrected(const JudgedWord& judged) {
  const auto& [word, standing] = judged;
  const auto* correction = corrections_.find(word.folded);
  if (correction == nullptr) {
    correction = &corrections_.insert(word.folded, word_corrector_.correct(word.folded, standing));
  }
  return *correction ? std::optional(TextCorrection{.start = word.start,
                                                    .end = word.end,
                                                    .to = in_case_of(word, (*correction)->text),
                                                    .trust = (*correction)->trust,
                                                    .met = {}})
                     : std::nullopt;
}

std::vector<TextCorrection> Corrector::correct(std::string_view text) {
  if (const auto* known = texts_.find(text)) {
    return *known;
  }
  auto corrections = find_corrections(text);
  return text.size() > kLongestText ? corrections : texts_.insert(text, std::move(corrections));
}

std::vector<TextCorrection> Corrector::find_corrections(std::string_view text) {
  const auto words = judged_words(text);
  const auto unknown = std::count_if(words.begin(), words.end(), [](const JudgedWord& it) {
    return it.standing == WordStanding::kUnknown;
  });
  std::vector<TextCorrection> corrections;
  if (static_cast<std::size_t>(unknown) > kMostUnknownWords) {
    return corrections;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool may_join = i + 1 < words.size() && !(is_good(words[i]) && is_good(words[i + 1]));
    auto found = may_join ? joined(words[i], words[i + 1]) : std::nullopt;
    if (found) {
      ++i;  // the next word is in it
    } else if (!is_good(words[i])) {
      found = corrected(words[i]);
    }
    if (found) {
      corrections.push_back(std::move(*found));
    }
  }
  return corrections;
}

std::vector<TextCorrection> Corrector::join_words(std::string_view text) {
  const auto words = judged_words(text);
  std::vector<TextCorrection> corrections;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (auto found = joined(words[i], words[i + 1])) {
      corrections.push_back(std::move(*found));
      ++i;
    }
  }
  return corrections;
}

std::string corrected_text(std::string_view text, const std::vector<TextCorrection>& corrections) {
  std::string corrected;
  std::size_t done = 0;
  for (const auto& correction : corrections) {
    corrected += text.substr(done, correction.start - done);
    corrected += correction.to;
    done = correction.end;
  }
  corrected += text.substr(done);
  return corrected;
}

}  // namespace kiertoon
