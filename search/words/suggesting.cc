#include "search/words/suggesting.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "analysis/participle.h"
#include "analysis/text.h"
#include "base/utf8.h"
#include "search/index/schema.h"

namespace kiertoon {
namespace {

constexpr std::array kKinds{SuggestionKind::kWord,
                            SuggestionKind::kPhrase,
                            SuggestionKind::kOrganisation,
                            SuggestionKind::kTheme,
                            SuggestionKind::kDeed};

// Of eight suggestions, at first; of nothing typed, and otherwise.
constexpr std::array<std::size_t, kSuggestionKinds> kSharesOfNothing{4, 0, 0, 4, 0};
constexpr std::array<std::size_t, kSuggestionKinds> kShares{3, 2, 1, 1, 1};
constexpr std::size_t kAllShares = 8;

// Candidates that are counted, for each suggestion that is wanted.
constexpr std::size_t kTries = 3;

// What is left of a text when a name takes the place of what stands from `start` on.
std::string without_tail(std::string_view text, std::size_t start) {
  std::string left(text.substr(0, start));
  left.erase(left.find_last_not_of(kWhiteSpace) + 1);
  return left;
}

}  // namespace

Suggesting::Suggesting(const SuggestTools& tools, const SuggestRequest& request)
    : tools_(tools),
      request_(request),
      typed_(count_code_points(request.text) > kMaxQueryCharacters ? TypedText()
                                                                   : read_typed_text(request.text)),
      scope_(tools, request.filters, typed_),
      ranking_(tools, request, typed_, scope_) {}

bool Suggesting::cannot_be_completed() const {
  return typed_.tails.empty() ? !ranking_.is_blank() : !is_phrase_found();
}

// No phrase goes on that no deed begins.
bool Suggesting::is_phrase_found() const {
  return typed_.quoted.empty() || scope_.count_found('"' + std::string(typed_.quoted) + '"') > 0;
}

std::vector<Suggestion> Suggesting::run() {
  if (cannot_be_completed()) {
    return {};
  }
  look(TypingErrors::kNone);
  if (taken_.empty()) {
    look(TypingErrors::kOne);
  }
  std::stable_sort(taken_.begin(), taken_.end(), [](const Taken& a, const Taken& b) {
    return std::tie(a.tail, a.kind) < std::tie(b.tail, b.kind);
  });
  std::vector<Suggestion> suggestions;
  for (auto& taken : taken_) {
    suggestions.push_back(std::move(taken.suggestion));
  }
  return suggestions;
}

void Suggesting::look(TypingErrors errors) {
  for (const SuggestionKind kind : kKinds) {
    source(kind) = {.ranked = ranking_.rank(kind, errors)};
  }
  const auto& shares = ranking_.is_blank() ? kSharesOfNothing : kShares;
  for (const SuggestionKind kind : kKinds) {
    const std::size_t share = shares.at(static_cast<std::size_t>(kind));
    take(kind, (share * request_.limit + kAllShares - 1) / kAllShares);
  }
  for (const SuggestionKind kind : kKinds) {
    take(kind, request_.limit);
  }
}

void Suggesting::take(SuggestionKind kind, std::size_t most) {
  Source& from = source(kind);
  const std::size_t tries = std::min(from.ranked.size(), kTries * request_.limit);
  while (from.next < tries && from.taken < most && taken_.size() < request_.limit) {
    const RankedCandidate& ranked = from.ranked[from.next++];
    if (auto suggestion = make(kind, ranked)) {
      // Words are expected before titles, even those that have more of what is typed.
      const std::size_t tail =
          kind == SuggestionKind::kDeed ? typed_.tails.size() : ranked.candidate.tail;
      taken_.push_back({tail, kind, std::move(*suggestion)});
      ++from.taken;
    }
  }
}

// Nothing when it would be found twice, or in no deed.
std::optional<Suggestion> Suggesting::make(SuggestionKind kind, const RankedCandidate& ranked) {
  const CompletionTable& table = ranking_.table(kind);
  Suggestion suggestion{.kind = kind, .text = mark_typed(table, ranked.candidate, typed_)};
  bool is_good = true;
  switch (kind) {
    case SuggestionKind::kWord:
    case SuggestionKind::kPhrase:
      is_good = complete_text(ranked, suggestion);
      break;
    case SuggestionKind::kOrganisation:
    case SuggestionKind::kTheme:
      is_good = complete_name(ranked, suggestion);
      break;
    case SuggestionKind::kDeed:
      complete_deed(ranked, suggestion);
      break;
  }
  return is_good ? std::optional(std::move(suggestion)) : std::nullopt;
}

bool Suggesting::complete_text(const RankedCandidate& ranked, Suggestion& suggestion) {
  const CompletionTable& table = ranking_.table(suggestion.kind);
  const std::uint32_t entry = ranked.candidate.entry;
  const bool is_known = suggestion.kind == SuggestionKind::kWord
                            ? !is_new_word(table, entry)
                            : !is_new(std::string(table.key(entry)));
  if (is_known) {
    return false;
  }
  const std::size_t start =
      typed_.tails.empty() ? request_.text.size() : typed_.tails[ranked.candidate.tail].start;
  suggestion.completion = request_.text.substr(0, start);
  suggestion.completion += table.text(entry);
  suggestion.completion += typed_.is_quoted ? "\"" : "";
  suggestion.count = scope_.count_found(suggestion.completion);
  return suggestion.count > 0 &&
         (suggestion.kind != SuggestionKind::kWord || !is_echo(table, entry, suggestion.count));
}

bool Suggesting::is_echo(const CompletionTable& table, std::uint32_t entry, std::size_t count) {
  const std::string_view word = table.text(entry);
  const auto terms = tools_.search.analyzer.terms_of(word, static_cast<Language>(table.tag(entry)));
  bool is_echo = false;
  for (const auto& term : *terms) {
    if (term.kind == TermKind::kBaseForm || term.kind == TermKind::kRoot) {
      const bool is_known = !found_by_root_.emplace(term.text, count).second;
      is_echo = is_echo || (is_known && ends_as_participle(fold(normalise(word))));
    }
  }
  return is_echo;
}

bool Suggesting::complete_name(const RankedCandidate& ranked, Suggestion& suggestion) {
  const CompletionTable& table = ranking_.table(suggestion.kind);
  const auto& name = tools_.names.name(table.tag(ranked.candidate.entry));
  if (!is_new(std::string(name_of(name.facet)) + ':' + name.value)) {
    return false;
  }
  if (!typed_.tails.empty()) {
    suggestion.completion =
        without_tail(request_.text, typed_.tails[ranked.candidate.tail].clause_start);
  }
  suggestion.filter = {name.facet, name.value};
  suggestion.count = scope_.count_found(suggestion.completion, name.facet, name.value);
  return suggestion.count > 0;
}

void Suggesting::complete_deed(const RankedCandidate& ranked, Suggestion& suggestion) const {
  const CompletionTable& table = ranking_.table(SuggestionKind::kDeed);
  suggestion.completion = table.text(ranked.candidate.entry);
  suggestion.count = 1;
  suggestion.id = tools_.snapshot.deeds().id(table.tag(ranked.candidate.entry));
}

// Forms of one word that the analyzer only guesses at share a term: the best one is enough.
bool Suggesting::is_new_word(const CompletionTable& table, std::uint32_t entry) {
  bool is_new_one = is_new(std::string(table.key(entry)));
  for (auto& term : scope_.terms_of(table.text(entry), static_cast<Language>(table.tag(entry)))) {
    is_new_one = is_new(std::move(term)) && is_new_one;
  }
  return is_new_one;
}

bool Suggesting::is_new(std::string what) {
  if (std::find(known_.begin(), known_.end(), what) != known_.end()) {
    return false;
  }
  known_.push_back(std::move(what));
  return true;
}

}  // namespace kiertoon
