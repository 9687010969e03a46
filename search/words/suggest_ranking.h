#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/words/completion_table.h"
#include "search/words/suggest_candidates.h"
#include "search/words/suggest_request.h"
#include "search/words/suggest_result.h"
#include "search/words/suggest_scope.h"
#include "search/words/typed_text.h"

namespace kiertoon {

struct RankedCandidate {
  SuggestCandidate candidate;
  int choice = 0;  // the lower, the sooner: what is typed itself, then by language
};

// In how many deeds of a scope, or of a sample of them, entries stand.
struct JointCounts {
  std::uint32_t first = 0;  // entry that is counted first
  std::vector<std::uint32_t> counts;

  [[nodiscard]] std::uint32_t of(std::uint32_t entry) const {
    return entry >= first && entry - first < counts.size() ? counts[entry - first] : 0;
  }
};

// Which candidates of one request come first. Throws what Xapian throws.
class SuggestRanking {
 public:
  // All must outlive the object.
  SuggestRanking(const SuggestTools& tools,
                 const SuggestRequest& request,
                 const TypedText& typed,
                 const SuggestScope& scope);

  [[nodiscard]] const CompletionTable& table(SuggestionKind kind) const;

  // Entries of the kind's table that stand in deeds of the scope, best first: of more words that
  // were typed, then by choice, then by their weight, which is about the number of such deeds.
  [[nodiscard]] std::vector<RankedCandidate> rank(SuggestionKind kind, TypingErrors errors) const;

  // Nothing is typed: what is common is wanted.
  [[nodiscard]] bool is_blank() const { return is_blank_; }

 private:
  [[nodiscard]] std::vector<RankedCandidate> rank_words(TypingErrors errors) const;
  [[nodiscard]] std::vector<RankedCandidate> rank_phrases(TypingErrors errors) const;
  [[nodiscard]] std::vector<RankedCandidate> rank_names(Facet facet, TypingErrors errors) const;
  [[nodiscard]] std::vector<RankedCandidate> rank_deeds(TypingErrors errors) const;

  [[nodiscard]] std::vector<SuggestCandidate> candidates(const CompletionTable& table,
                                                         CandidateRules rules,
                                                         const WeightOf& weight_of = {}) const;
  [[nodiscard]] std::vector<SuggestCandidate> candidates_of_forms(
      const CompletionTable& table) const;
  [[nodiscard]] std::vector<std::string> guessed_terms(const CompletionTable& table,
                                                       std::uint32_t entry) const;
  void keep_shortest_guesses(const CompletionTable& table,
                             std::vector<RankedCandidate>& ranked) const;
  [[nodiscard]] int choice_of_word(const CompletionTable& table,
                                   const SuggestCandidate& candidate) const;
  // Of the entries that complete what is typed; of none when the scope is all deeds.
  [[nodiscard]] JointCounts joint_counts(const DeedEntries& deeds,
                                         const CompletionTable& table,
                                         const CandidateRules& rules) const;
  [[nodiscard]] std::vector<SuggestCandidate> find_words(TypingErrors errors) const;
  void add_rare_words(const CompletionTable& table,
                      const CandidateRules& rules,
                      std::vector<SuggestCandidate>& found) const;
  [[nodiscard]] bool takes_names(TextField field) const;
  [[nodiscard]] bool is_name(std::string_view key) const;

  const SuggestTools& tools_;
  const SuggestRequest& request_;
  const TypedText& typed_;
  const SuggestScope& scope_;
  bool is_blank_;
};

}  // namespace kiertoon
