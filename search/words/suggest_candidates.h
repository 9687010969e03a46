#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
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
  std::uint32_t errors = 0;      // of typing that are forgiven
};

// Whether an entry may be a candidate at all; empty: all may.
using AcceptEntry = std::function<bool(std::uint32_t entry)>;

struct CandidateRules {
  std::size_t most = 8;
  bool takes_long_tails = true;  // several words; otherwise the last word alone
};

// The entries of a table that complete what is typed, each once: exact ones first, then those of
// longer tails, then the heavier ones. With a typing error only where there are less than
// `rules.most` exact ones, and from the fourth letter on. Of a text without tails, the heaviest
// entries.
[[nodiscard]] std::vector<SuggestCandidate> find_candidates(const CompletionTable& table,
                                                            const TypedText& typed,
                                                            const CandidateRules& rules,
                                                            const AcceptEntry& accept);

// The entry's text, with what was typed as a match.
[[nodiscard]] std::vector<Segment> mark_typed(const CompletionTable& table,
                                              const SuggestCandidate& candidate,
                                              const TypedText& typed);

}  // namespace kiertoon
