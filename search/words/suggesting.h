#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/words/suggest_ranking.h"
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
  struct Source {
    std::vector<RankedCandidate> ranked;
    std::size_t next = 0;   // that has not been looked at
    std::size_t taken = 0;  // how many became suggestions
  };
  struct Taken {
    std::size_t tail = 0;  // the lower, the longer
    SuggestionKind kind = SuggestionKind::kWord;
    Suggestion suggestion;
  };

  [[nodiscard]] bool cannot_be_completed() const;
  [[nodiscard]] bool is_phrase_found() const;
  void look(TypingErrors errors);

  // Takes candidates of a kind until `most` of it are taken, or all that are wanted.
  void take(SuggestionKind kind, std::size_t most);
  [[nodiscard]] std::optional<Suggestion> make(SuggestionKind kind, const RankedCandidate& ranked);
  [[nodiscard]] bool complete_text(const RankedCandidate& ranked, Suggestion& suggestion);
  [[nodiscard]] bool complete_name(const RankedCandidate& ranked, Suggestion& suggestion);
  void complete_deed(const RankedCandidate& ranked, Suggestion& suggestion) const;
  // Whether the word is a participle that finds as many deeds as its verb, which was taken before:
  // "osallistunut" after "osallistua".
  [[nodiscard]] bool is_echo(const CompletionTable& table, std::uint32_t entry, std::size_t count);
  [[nodiscard]] bool is_new_word(const CompletionTable& table, std::uint32_t entry);
  [[nodiscard]] bool is_new(std::string what);

  [[nodiscard]] Source& source(SuggestionKind kind) {
    return sources_.at(static_cast<std::size_t>(kind));
  }

  const SuggestTools& tools_;
  const SuggestRequest& request_;
  TypedText typed_;
  SuggestScope scope_;
  SuggestRanking ranking_;
  std::array<Source, kSuggestionKinds> sources_;
  std::vector<Taken> taken_;
  std::vector<std::string> known_;  // what was taken, by terms and keys
  std::set<std::pair<std::string, std::size_t>> found_by_root_;  // by words: how many deeds
};

}  // namespace kiertoon
