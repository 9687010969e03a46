#include "search/words/suggest_ranking.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "analysis/action_noun.h"
#include "analysis/text.h"
#include "base/bounded_cache.h"
#include "search/index/schema.h"

namespace kiertoon {
namespace {

// Candidates that are looked at, for each suggestion that is wanted; of nothing typed, most are
// weak.
constexpr std::size_t kLookedAt = 4;
constexpr std::size_t kLookedAtOfNothing = 24;

// Deeds of the scope in which entries are counted: of more, some at regular distances tell as well
// which entries most of them have.
constexpr std::size_t kDeedsCounted = 4096;

constexpr WordList::Number kMostForms = 100;  // of words, that are looked at

// See RankedCandidate::choice.
constexpr int kAsTyped = 0;
constexpr int kOwnLanguage = 1;
constexpr int kOtherLanguage = 2;

// A word that tells little counts as if fewer deeds had it: they would come first everywhere.
constexpr std::uint32_t kDiscountOfWeakWords = 4;

// Titles have too many words for one or two letters.
constexpr std::size_t kTitlesFrom = 3;

Language language_of(const CompletionTable& table, std::uint32_t entry) {
  return static_cast<Language>(table.tag(entry));
}

// Those without a deed are left out.
std::vector<RankedCandidate> in_order(std::vector<RankedCandidate> ranked) {
  std::erase_if(ranked, [](const RankedCandidate& it) { return it.candidate.weight == 0; });
  std::stable_sort(
      ranked.begin(), ranked.end(), [](const RankedCandidate& a, const RankedCandidate& b) {
        return std::tie(a.candidate.tail, a.choice, b.candidate.weight) <
               std::tie(b.candidate.tail, b.choice, a.candidate.weight);
      });
  return ranked;
}

}  // namespace

SuggestRanking::SuggestRanking(const SuggestTools& tools,
                               const SuggestRequest& request,
                               const TypedText& typed,
                               const SuggestScope& scope)
    : tools_(tools),
      request_(request),
      typed_(typed),
      scope_(scope),
      is_blank_(request.text.find_first_not_of(kWhiteSpace) == std::string::npos) {}

const CompletionTable& SuggestRanking::table(SuggestionKind kind) const {
  const Completions& completions = tools_.snapshot.completions();
  switch (kind) {
    case SuggestionKind::kPhrase:
      return completions.phrases;
    case SuggestionKind::kOrganisation:
      return tools_.names.table(Facet::kOrganisation);
    case SuggestionKind::kTheme:
      return tools_.names.table(Facet::kTheme);
    case SuggestionKind::kDeed:
      return completions.titles;
    case SuggestionKind::kWord:
      break;
  }
  return completions.words;
}

std::vector<RankedCandidate> SuggestRanking::rank(SuggestionKind kind, TypingErrors errors) const {
  switch (kind) {
    case SuggestionKind::kPhrase:
      return rank_phrases(errors);
    case SuggestionKind::kOrganisation:
      return rank_names(Facet::kOrganisation, errors);
    case SuggestionKind::kTheme:
      return rank_names(Facet::kTheme, errors);
    case SuggestionKind::kDeed:
      return rank_deeds(errors);
    case SuggestionKind::kWord:
      break;
  }
  return rank_words(errors);
}

std::vector<SuggestCandidate> SuggestRanking::candidates(const CompletionTable& table,
                                                         CandidateRules rules,
                                                         const WeightOf& weight_of) const {
  rules.most = request_.limit * (is_blank_ ? kLookedAtOfNothing : kLookedAt);
  return find_candidates(table, typed_, rules, weight_of);
}

JointCounts SuggestRanking::joint_counts(const DeedEntries& deeds,
                                         const CompletionTable& table,
                                         const CandidateRules& rules) const {
  if (scope_.is_all()) {
    return {};
  }
  auto [first, last] = table.all();
  if (rules.errors == TypingErrors::kNone && !typed_.tails.empty()) {
    std::swap(first, last);
    for (const auto& tail : typed_.tails) {
      const auto range = table.find(tail.key);
      if ((rules.takes_long_tails || tail.is_one_word) && !range.empty()) {
        first = std::min(first, range.first);
        last = std::max(last, range.last);
      }
    }
  }
  return first < last ? JointCounts{first, deeds.count(scope_.sample(kDeedsCounted), first, last)}
                      : JointCounts{};
}

int SuggestRanking::choice_of_word(const CompletionTable& table,
                                   const SuggestCandidate& candidate) const {
  if (candidate.tail < typed_.tails.size() &&
      table.key(candidate.entry) == typed_.tails[candidate.tail].key) {
    return kAsTyped;
  }
  return language_of(table, candidate.entry) == request_.labels ? kOwnLanguage : kOtherLanguage;
}

// What the last word may be an inflected form of, or the beginning of one.
std::vector<SuggestCandidate> SuggestRanking::candidates_of_forms(
    const CompletionTable& table) const {
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
  if (auto noun = action_noun(fold(normalise(typed)))) {
    bases.push_back(std::move(*noun));
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
void SuggestRanking::keep_shortest_guesses(const CompletionTable& table,
                                           std::vector<RankedCandidate>& ranked) const {
  StringMap<std::size_t> shortest;  // by term
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    for (const auto& term : guessed_terms(table, ranked[i].candidate.entry)) {
      const auto [known, is_first] = shortest.try_emplace(term, i);
      if (is_first || known->second == i) {
        continue;
      }
      const auto key_size = [&](std::size_t place) {
        return table.key(ranked[place].candidate.entry).size();
      };
      const bool is_shorter = key_size(i) < key_size(known->second);
      const std::size_t dropped = is_shorter ? known->second : i;
      known->second = is_shorter ? i : known->second;
      auto& kept = ranked[known->second].candidate;
      kept.weight = std::max(kept.weight, std::exchange(ranked[dropped].candidate.weight, 0));
    }
  }
}

// None for a word whose base form is known.
std::vector<std::string> SuggestRanking::guessed_terms(const CompletionTable& table,
                                                       std::uint32_t entry) const {
  const std::string base_form = index_term(TermClass::kBase, "");
  auto terms = scope_.terms_of(table.text(entry), language_of(table, entry));
  const bool has_base = std::any_of(terms.begin(), terms.end(), [&](const std::string& term) {
    return term.starts_with(base_form);
  });
  return has_base ? std::vector<std::string>() : terms;
}

// Words of the scope that the sample of its deeds has not: few of a long beginning, so that the
// index can be asked for each.
void SuggestRanking::add_rare_words(const CompletionTable& table,
                                    const CandidateRules& rules,
                                    std::vector<SuggestCandidate>& found) const {
  for (auto& candidate : candidates(table, rules)) {
    const bool is_known = std::any_of(
        found.begin(), found.end(), [&](const auto& it) { return it.entry == candidate.entry; });
    candidate.weight = is_known
                           ? 0
                           : static_cast<std::uint32_t>(scope_.count_joint(
                                 table.text(candidate.entry), language_of(table, candidate.entry)));
    if (candidate.weight > 0) {
      found.push_back(candidate);
    }
  }
}

std::vector<SuggestCandidate> SuggestRanking::find_words(TypingErrors errors) const {
  const CompletionTable& table = this->table(SuggestionKind::kWord);
  const CandidateRules rules{.errors = errors, .takes_long_tails = false};
  const auto joint = joint_counts(tools_.snapshot.completions().deed_words, table, rules);
  const auto weight_of = [&](std::uint32_t entry) {
    const bool may_be_shown = !is_blank_ || language_of(table, entry) == request_.labels;
    return !may_be_shown ? 0 : scope_.is_all() ? table.weight(entry) : joint.of(entry);
  };
  auto found = candidates(table, rules, weight_of);
  if (!scope_.is_all() && !is_blank_ && found.size() < request_.limit) {
    add_rare_words(table, rules, found);
  }
  if (!found.empty()) {
    return found;
  }
  found = candidates_of_forms(table);
  for (auto& candidate : found) {
    candidate.weight = scope_.is_all()
                           ? table.weight(candidate.entry)
                           : static_cast<std::uint32_t>(scope_.count_joint(
                                 table.text(candidate.entry), language_of(table, candidate.entry)));
  }
  return found;
}

std::vector<RankedCandidate> SuggestRanking::rank_words(TypingErrors errors) const {
  const CompletionTable& table = this->table(SuggestionKind::kWord);
  std::vector<RankedCandidate> ranked;
  for (auto& candidate : find_words(errors)) {
    const bool is_weak = !tools_.search.analyzer.is_telling(table.text(candidate.entry),
                                                            language_of(table, candidate.entry));
    if (is_weak) {
      candidate.weight =
          is_blank_ ? 0 : std::min(candidate.weight, 1 + candidate.weight / kDiscountOfWeakWords);
    }
    ranked.push_back({candidate, choice_of_word(table, candidate)});
  }
  keep_shortest_guesses(table, ranked);
  return in_order(std::move(ranked));
}

std::vector<RankedCandidate> SuggestRanking::rank_phrases(TypingErrors errors) const {
  if (is_blank_ || typed_.field || typed_.is_excluded) {
    return {};
  }
  const CompletionTable& table = this->table(SuggestionKind::kPhrase);
  const CandidateRules rules{.errors = errors};
  const auto joint = joint_counts(tools_.snapshot.completions().deed_phrases, table, rules);
  const auto weight_of = [&](std::uint32_t entry) {
    return scope_.is_all() ? table.weight(entry) : joint.of(entry);
  };
  std::vector<RankedCandidate> ranked;
  for (const auto& candidate : candidates(table, rules, weight_of)) {
    if (!is_name(table.key(candidate.entry))) {
      const bool is_own = language_of(table, candidate.entry) == request_.labels;
      ranked.push_back({candidate, is_own ? kOwnLanguage : kOtherLanguage});
    }
  }
  return in_order(std::move(ranked));
}

// Whether names can take the place of what is typed, which may be limited to a field.
bool SuggestRanking::takes_names(TextField field) const {
  return !typed_.is_excluded && !typed_.is_quoted && typed_.field.value_or(field) == field;
}

std::vector<RankedCandidate> SuggestRanking::rank_names(Facet facet, TypingErrors errors) const {
  const bool is_theme = facet == Facet::kTheme;
  if (!takes_names(is_theme ? TextField::kThemes : TextField::kOrganisations) ||
      !request_.filters.of(facet).empty() || (is_blank_ && !is_theme)) {
    return {};
  }
  const CompletionTable& table = tools_.names.table(facet);
  std::vector<RankedCandidate> ranked;
  for (auto& candidate : candidates(table, {.errors = errors})) {
    const auto& name = tools_.names.name(table.tag(candidate.entry));
    if (!scope_.is_all()) {
      candidate.weight = static_cast<std::uint32_t>(scope_.count_joint(facet, name.value));
    }
    ranked.push_back({candidate, name.language == request_.labels ? kOwnLanguage : kOtherLanguage});
  }
  return in_order(std::move(ranked));
}

std::vector<RankedCandidate> SuggestRanking::rank_deeds(TypingErrors errors) const {
  const bool is_long_enough =
      !typed_.tails.empty() && typed_.tails.front().key.size() >= kTitlesFrom;
  if (!is_long_enough || !takes_names(TextField::kTitle)) {
    return {};
  }
  const CompletionTable& table = this->table(SuggestionKind::kDeed);
  std::vector<RankedCandidate> ranked;
  const auto weight_of = [&](std::uint32_t entry) {
    return scope_.contains(table.tag(entry)) ? table.weight(entry) + 1 : 0;
  };
  for (const auto& candidate : candidates(table, {.errors = errors}, weight_of)) {
    ranked.push_back({candidate, kOwnLanguage});
  }
  return in_order(std::move(ranked));
}

// Whether an organisation or a theme is called so.
bool SuggestRanking::is_name(std::string_view key) const {
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
