#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "search/query/search_result.h"
#include "search/words/completion_table.h"
#include "search/words/typed_text.h"

namespace kiertoon {

// An entry of a table that begins as the end of a text does.
struct SuggestCandidate {
  std::uint32_t entry = 0;
  std::uint32_t key_offset = 0;  // where in its key the typed tail stands
  std::size_t tail = 0;          // which of TypedText::tails
  bool is_exact = true;          // no typing error is forgiven
  std::uint32_t weight = 0;      // the higher, the sooner
};

// How much an entry weighs; 0: it is no candidate. Empty: as the table has it.
using WeightOf = std::function<std::uint32_t(std::uint32_t entry)>;

enum class TypingErrors { kNone, kOne };

struct CandidateRules {
  std::size_t most = 8;
  TypingErrors errors = TypingErrors::kNone;  // kOne: from the fourth letter on
  bool takes_long_tails = true;               // several words; otherwise the last word alone
};

// The entries of a table that complete what is typed, each once: those of longer tails first, then
// the heavier ones. Of a text without tails, the heaviest entries.
[[nodiscard]] std::vector<SuggestCandidate> find_candidates(const CompletionTable& table,
                                                            const TypedText& typed,
                                                            const CandidateRules& rules,
                                                            const WeightOf& weight_of);

// The entries whose text is one of `words`, of which the last word typed is a form, or begins one:
// "perehdytyksen" completes to "perehdytys".
[[nodiscard]] std::vector<SuggestCandidate> find_candidates_of_forms(
    const CompletionTable& table, const TypedText& typed, const std::vector<std::string>& words);

// The entry's text, with what was typed as a match.
[[nodiscard]] std::vector<Segment> mark_typed(const CompletionTable& table,
                                              const SuggestCandidate& candidate,
                                              const TypedText& typed);

}  // namespace kiertoon
