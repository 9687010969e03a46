#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/words/suggest_candidates.h"
#include "search/words/suggest_request.h"
#include "search/words/suggest_result.h"
#include "search/words/suggest_scope.h"
#include "search/words/typed_text.h"

namespace kiertoon {

// The work on one request: candidates of each kind, ranked, then counted by real queries until
// enough are found. Throws what Xapian throws.
class Suggesting {
 public:
  // Both must outlive the object.
  Suggesting(const SuggestTools& tools, const SuggestRequest& request);

  [[nodiscard]] std::vector<Suggestion> run();

 private:
  struct Ranked {
    SuggestCandidate candidate;
    int choice = 0;         // the lower, the sooner: language, and whether a word tells enough
    std::size_t joint = 0;  // deeds of the scope
  };
  struct Source {
    const CompletionTable* table = nullptr;
    std::vector<Ranked> ranked;
    std::size_t next = 0;   // that has not been looked at
    std::size_t taken = 0;  // how many became suggestions
  };
  struct Taken {
    std::size_t tail = 0;  // the lower, the longer
    SuggestionKind kind = SuggestionKind::kWord;
    Suggestion suggestion;
  };

  [[nodiscard]] bool is_blank() const;
  [[nodiscard]] bool cannot_be_completed() const;
  [[nodiscard]] bool takes_names(TextField field) const;
  [[nodiscard]] std::size_t candidates_wanted() const;

  void look(TypingErrors errors);
  void rank_words();
  void rank_phrases();
  void rank_names(SuggestionKind kind, Facet facet);
  void rank_deeds();
  [[nodiscard]] std::vector<SuggestCandidate> candidates(SuggestionKind kind,
                                                         const CompletionTable& table,
                                                         const AcceptEntry& accept = {});
  [[nodiscard]] std::vector<SuggestCandidate> candidates_of_forms(const CompletionTable& table);
  void keep_shortest_guesses(const CompletionTable& table, std::vector<Ranked>& ranked) const;
  [[nodiscard]] int choice_of_word(const CompletionTable& table, std::uint32_t entry) const;
  void rank(SuggestionKind kind, std::vector<Ranked> ranked);
  [[nodiscard]] std::size_t joint_count(const CompletionTable& table, std::uint32_t entry) const;

  // Takes candidates of a kind until `most` of it are taken, or all that are wanted.
  void take(SuggestionKind kind, std::size_t most);
  [[nodiscard]] std::optional<Suggestion> make(SuggestionKind kind, const Ranked& ranked);
  [[nodiscard]] bool complete_text(const Ranked& ranked, Suggestion& suggestion);
  [[nodiscard]] bool complete_name(const Ranked& ranked, Suggestion& suggestion);
  void complete_deed(const Ranked& ranked, Suggestion& suggestion) const;
  [[nodiscard]] bool is_new_word(const CompletionTable& table, std::uint32_t entry);
  [[nodiscard]] bool is_name(std::string_view key) const;
  [[nodiscard]] bool is_new(std::string what);

  [[nodiscard]] Source& source(SuggestionKind kind) {
    return sources_.at(static_cast<std::size_t>(kind));
  }

  const SuggestTools& tools_;
  const SuggestRequest& request_;
  TypedText typed_;
  SuggestScope scope_;
  TypingErrors errors_ = TypingErrors::kNone;  // that are forgiven now
  std::array<Source, kSuggestionKinds> sources_;
  std::vector<Taken> taken_;
  std::vector<std::string> known_;  // what was taken, by terms and keys
};

}  // namespace kiertoon
