#include "search/words/suggesting.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "analysis/text.h"
#include "base/utf8.h"
#include "search/index/schema.h"
#include "search/words/completion_key.h"

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

// Candidates that are looked at, for each suggestion that is wanted: more where they must stand in
// certain deeds, for then many do not.
constexpr std::size_t kLookedAt = 4;
constexpr std::size_t kLookedAtInScope = 12;

// Candidates that are counted, for each suggestion that is wanted.
constexpr std::size_t kTries = 3;

constexpr WordList::Number kMostForms = 100;  // of words, that are looked at

// See Suggesting::Ranked::choice.
constexpr int kOwnLanguage = 0;
constexpr int kOtherLanguage = 1;
constexpr int kWeakWord = 2;

// Titles have too many words for a single letter.
constexpr std::size_t kTitlesFrom = 2;

constexpr std::string_view kWhiteSpace = " \t\n\r\f\v";

// What is left of a text when a name takes the place of what stands from `start` on.
std::string without_tail(std::string_view text, std::size_t start) {
  std::string left(text.substr(0, start));
  left.erase(left.find_last_not_of(kWhiteSpace) + 1);
  return left;
}

Language language_of(const CompletionTable& table, std::uint32_t entry) {
  return static_cast<Language>(table.tag(entry));
}

}  // namespace

Suggesting::Suggesting(const SuggestTools& tools, const SuggestRequest& request)
    : tools_(tools),
      request_(request),
      typed_(count_code_points(request.text) > kMaxQueryCharacters ? TypedText()
                                                                   : read_typed_text(request.text)),
      scope_(tools, request.filters, typed_) {}

bool Suggesting::is_blank() const {
  return request_.text.find_first_not_of(kWhiteSpace) == std::string::npos;
}

bool Suggesting::cannot_be_completed() const {
  return typed_.tails.empty() && !is_blank();
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
  errors_ = errors;
  rank_words();
  rank_phrases();
  rank_names(SuggestionKind::kOrganisation, Facet::kOrganisation);
  rank_names(SuggestionKind::kTheme, Facet::kTheme);
  rank_deeds();
  const auto& shares = is_blank() ? kSharesOfNothing : kShares;
  for (const SuggestionKind kind : kKinds) {
    const std::size_t share = shares.at(static_cast<std::size_t>(kind));
    take(kind, (share * request_.limit + kAllShares - 1) / kAllShares);
  }
  for (const SuggestionKind kind : kKinds) {
    take(kind, request_.limit);
  }
}

std::size_t Suggesting::candidates_wanted() const {
  const bool looks_at_more = is_blank() || !scope_.is_all();
  return request_.limit * (looks_at_more ? kLookedAtInScope : kLookedAt);
}

std::size_t Suggesting::joint_count(const CompletionTable& table, std::uint32_t entry) const {
  return scope_.is_all() ? table.weight(entry)
                         : scope_.count_joint(table.text(entry), language_of(table, entry));
}

void Suggesting::rank(SuggestionKind kind, std::vector<Ranked> ranked) {
  std::erase_if(ranked, [](const Ranked& it) { return it.joint == 0; });
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    return std::tie(a.candidate.tail, a.choice, b.joint) <
           std::tie(b.candidate.tail, b.choice, a.joint);
  });
  source(kind).ranked = std::move(ranked);
}

std::vector<SuggestCandidate> Suggesting::candidates(SuggestionKind kind,
                                                     const CompletionTable& table,
                                                     const AcceptEntry& accept) {
  source(kind).table = &table;
  return find_candidates(table,
                         typed_,
                         {.most = candidates_wanted(),
                          .errors = errors_,
                          .takes_long_tails = kind != SuggestionKind::kWord},
                         accept);
}

int Suggesting::choice_of_word(const CompletionTable& table, std::uint32_t entry) const {
  const Language language = language_of(table, entry);
  if (!tools_.search.analyzer.is_telling(table.text(entry), language)) {
    return kWeakWord;
  }
  return language == request_.labels ? kOwnLanguage : kOtherLanguage;
}

// What the last word may be an inflected form of, or the beginning of one.
std::vector<SuggestCandidate> Suggesting::candidates_of_forms(const CompletionTable& table) {
  if (typed_.tails.empty() || !typed_.tails.back().is_one_word) {
    return {};
  }
  const std::string_view typed = std::string_view(request_.text).substr(typed_.tails.back().start);
  const WordList& words = tools_.snapshot.words();
  std::vector<std::string> bases;
  const auto forms = words.beginning_with(fold(normalise(typed)));
  for (auto form = forms.first; form < std::min(forms.last, forms.first + kMostForms); ++form) {
    if (const auto base = words.likeliest_base(form)) {
      bases.emplace_back(words[*base].word);
    }
  }
  for (const auto& token : tools_.search.analyzer.analyze(typed, Language::kFinnish)) {
    for (const auto& term : *token.terms) {
      if (term.kind == TermKind::kBaseForm) {
        bases.push_back(term.text);
      }
    }
  }
  return find_candidates_of_forms(table, typed_, bases);
}

// Forms of a word that the analyzer only guesses at share a term: the shortest reads best, and has
// the deeds of all.
void Suggesting::keep_shortest_guesses(const CompletionTable& table,
                                       std::vector<Ranked>& ranked) const {
  const std::string base_form = index_term(TermClass::kBase, "");
  StringMap<std::size_t> shortest;  // by term
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    const std::uint32_t entry = ranked[i].candidate.entry;
    for (const auto& term : scope_.terms_of(table.text(entry), language_of(table, entry))) {
      if (term.starts_with(base_form)) {
        break;
      }
      const auto [known, is_first] = shortest.try_emplace(term, i);
      Ranked& other = ranked[known->second];
      if (is_first || other.candidate.entry == entry) {
        continue;
      }
      const bool is_shorter = table.key(entry).size() < table.key(other.candidate.entry).size();
      Ranked& kept = is_shorter ? ranked[i] : other;
      Ranked& dropped = is_shorter ? other : ranked[i];
      kept.joint = std::max(kept.joint, std::exchange(dropped.joint, 0));
      known->second = is_shorter ? i : known->second;
    }
  }
}

void Suggesting::rank_words() {
  const CompletionTable& table = tools_.snapshot.completions().words;
  const auto accept = [&](std::uint32_t entry) {
    return !is_blank() || language_of(table, entry) == request_.labels;
  };
  auto found = candidates(SuggestionKind::kWord, table, accept);
  if (found.empty()) {
    found = candidates_of_forms(table);
  }
  std::vector<Ranked> ranked;
  for (const auto& candidate : found) {
    const int choice = choice_of_word(table, candidate.entry);
    if (!is_blank() || choice != kWeakWord) {
      ranked.push_back({candidate, choice, joint_count(table, candidate.entry)});
    }
  }
  keep_shortest_guesses(table, ranked);
  rank(SuggestionKind::kWord, std::move(ranked));
}

void Suggesting::rank_phrases() {
  if (is_blank() || typed_.field || typed_.is_excluded) {
    return;
  }
  const CompletionTable& table = tools_.snapshot.completions().phrases;
  std::vector<Ranked> ranked;
  const auto is_no_name = [&](std::uint32_t entry) { return !is_name(table.key(entry)); };
  for (const auto& candidate : candidates(SuggestionKind::kPhrase, table, is_no_name)) {
    const bool is_own = language_of(table, candidate.entry) == request_.labels;
    ranked.push_back(
        {candidate, is_own ? kOwnLanguage : kOtherLanguage, joint_count(table, candidate.entry)});
  }
  rank(SuggestionKind::kPhrase, std::move(ranked));
}

// Whether names can take the place of what is typed, which may be limited to a field.
bool Suggesting::takes_names(TextField field) const {
  return !typed_.is_excluded && !typed_.is_quoted && typed_.field.value_or(field) == field;
}

void Suggesting::rank_names(SuggestionKind kind, Facet facet) {
  const bool is_theme = facet == Facet::kTheme;
  if (!takes_names(is_theme ? TextField::kThemes : TextField::kOrganisations) ||
      !request_.filters.of(facet).empty() || (is_blank() && !is_theme)) {
    return;
  }
  const CompletionTable& table = tools_.names.table(facet);
  std::vector<Ranked> ranked;
  for (const auto& candidate : candidates(kind, table)) {
    const auto& name = tools_.names.name(table.tag(candidate.entry));
    ranked.push_back(
        {candidate,
         name.language == request_.labels ? kOwnLanguage : kOtherLanguage,
         scope_.is_all() ? table.weight(candidate.entry) : scope_.count_joint(facet, name.value)});
  }
  rank(kind, std::move(ranked));
}

void Suggesting::rank_deeds() {
  const bool is_long_enough =
      !typed_.tails.empty() && typed_.tails.front().key.size() >= kTitlesFrom;
  if (!is_long_enough || !takes_names(TextField::kTitle)) {
    return;
  }
  const CompletionTable& table = tools_.snapshot.completions().titles;
  std::vector<Ranked> ranked;
  const auto is_in_scope = [&](std::uint32_t entry) { return scope_.contains(table.tag(entry)); };
  for (const auto& candidate : candidates(SuggestionKind::kDeed, table, is_in_scope)) {
    ranked.push_back({candidate, kOwnLanguage, 1});
  }
  rank(SuggestionKind::kDeed, std::move(ranked));
}

void Suggesting::take(SuggestionKind kind, std::size_t most) {
  Source& from = source(kind);
  const std::size_t tries = std::min(from.ranked.size(), kTries * request_.limit);
  while (from.next < tries && from.taken < most && taken_.size() < request_.limit) {
    const Ranked& ranked = from.ranked[from.next++];
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
std::optional<Suggestion> Suggesting::make(SuggestionKind kind, const Ranked& ranked) {
  const CompletionTable& table = *source(kind).table;
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

bool Suggesting::complete_text(const Ranked& ranked, Suggestion& suggestion) {
  const CompletionTable& table = *source(suggestion.kind).table;
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
  return suggestion.count > 0;
}

bool Suggesting::complete_name(const Ranked& ranked, Suggestion& suggestion) {
  const CompletionTable& table = *source(suggestion.kind).table;
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

void Suggesting::complete_deed(const Ranked& ranked, Suggestion& suggestion) const {
  const CompletionTable& table = tools_.snapshot.completions().titles;
  suggestion.completion = table.text(ranked.candidate.entry);
  suggestion.count = 1;
  // The id is read from the term list: it is the only term of its prefix.
  auto term = tools_.database.termlist_begin(table.tag(ranked.candidate.entry));
  term.skip_to(id_term(""));
  suggestion.id = (*term).substr(id_term("").size());
}

// Forms of one word that the analyzer only guesses at share a term: the best one is enough.
bool Suggesting::is_new_word(const CompletionTable& table, std::uint32_t entry) {
  bool is_new_one = is_new(std::string(table.key(entry)));
  for (auto& term : scope_.terms_of(table.text(entry), language_of(table, entry))) {
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

// Whether an organisation or a theme is called so.
bool Suggesting::is_name(std::string_view key) const {
  for (const Facet facet : {Facet::kOrganisation, Facet::kTheme}) {
    const CompletionTable& table = tools_.names.table(facet);
    const auto range = table.find(key);
    for (std::uint32_t start = range.first; start < range.last; ++start) {
      if (table.key(table.entry_at(start)) == key) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace kiertoon
