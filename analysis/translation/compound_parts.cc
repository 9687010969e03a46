#include "analysis/translation/compound_parts.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "analysis/text.h"
#include "analysis/translation/inflection.h"
#include "analysis/translation/swedish_compound.h"

namespace kiertoon {
namespace {

constexpr char kHyphen = '-';

std::uint32_t end_of(const TermList& terms) {
  std::uint32_t end = 0;
  for (const auto& term : terms) {
    end = std::max(end, term.end);
  }
  return end;
}

}  // namespace

std::vector<std::string> CompoundParts::of(const SourceWord& word) const {
  if (language_ == Language::kFinnish) {
    return word.terms == nullptr ? std::vector<std::string>() : finnish(*word.terms);
  }
  const std::string folded = dictionary_key(word.text);
  return folded.find(kHyphen) == std::string::npos ? closed(folded) : hyphenated(folded);
}

std::optional<std::string> CompoundParts::head_of(const SourceWord& word) const {
  if (language_ != Language::kSwedish) {
    return std::nullopt;
  }
  return head_of_swedish_compound(dictionary_key(word.text),
                                  [this](std::string_view part) { return is_part(part); });
}

std::vector<std::string> CompoundParts::finnish(const TermList& terms) const {
  const std::uint32_t end = end_of(terms);
  std::vector<std::string> parts;
  std::uint32_t at = 0;
  while (at < end) {
    const Term* part = longest_part_at(terms, at);
    if (part == nullptr && at > 0) {  // after a hyphen
      part = longest_part_at(terms, at + 1);
    }
    if (part == nullptr || part->end <= at) {
      return {};
    }
    parts.push_back(fold(part->text));
    at = part->end;
  }
  return parts.size() > 1 ? parts : std::vector<std::string>();
}

const Term* CompoundParts::longest_part_at(const TermList& terms, std::uint32_t begin) const {
  const Term* longest = nullptr;
  for (const auto& term : terms) {
    if (term.kind == TermKind::kWordPart && term.language == Language::kFinnish &&
        term.begin == begin && (longest == nullptr || term.end > longest->end) &&
        table_.has(fold(term.text))) {
      longest = &term;
    }
  }
  return longest;
}

std::vector<std::string> CompoundParts::hyphenated(std::string_view folded) const {
  std::vector<std::string> parts;
  while (!folded.empty()) {
    const std::string_view piece = folded.substr(0, folded.find(kHyphen));
    folded.remove_prefix(std::min(piece.size() + 1, folded.size()));
    const auto words = between_hyphens(piece);
    if (words.empty()) {
      return {};
    }
    parts.insert(parts.end(), words.begin(), words.end());
  }
  return parts;
}

// A word, a form of one, or a compound.
std::vector<std::string> CompoundParts::between_hyphens(std::string_view piece) const {
  if (table_.has(piece)) {
    return {std::string(piece)};
  }
  for (auto& guess : guess_dictionary_forms(piece, language_)) {
    if (table_.has(guess.word)) {
      return {std::move(guess.word)};
    }
  }
  return closed(piece);
}

std::vector<std::string> CompoundParts::closed(std::string_view folded) const {
  if (language_ != Language::kSwedish) {
    return {};
  }
  return split_swedish_compound(folded, [this](std::string_view part) { return is_part(part); });
}

bool CompoundParts::is_part(std::string_view folded) const {
  return table_.has_content_word(folded) && !analyzer_.is_stop_form(folded, language_);
}

}  // namespace kiertoon
