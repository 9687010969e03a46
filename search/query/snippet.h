#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "search/query/hit_matches.h"
#include "search/query/search_result.h"

namespace kiertoon {

// The whole text as segments, matches told apart.
[[nodiscard]] std::vector<Segment> mark_matches(std::string_view text,
                                                std::span<const TextMatch> matches);

// One text of a deed and the matches in it, ascending.
struct MarkedText {
  std::string_view text;
  std::span<const TextMatch> matches;
};

inline constexpr std::size_t kSnippetBytes = 260;  // about what two lines of a result list hold

// The passage, or the two passages, of the texts that show the most words of the query, best first,
// as segments of plain text; " … " stands where text is left out. Without a match: the beginning of
// the first text that is not empty. Never cuts a character, and words only when they are longer
// than the snippet.
[[nodiscard]] std::vector<Segment> make_snippet(std::span<const MarkedText> texts,
                                                std::size_t max_bytes = kSnippetBytes);

}  // namespace kiertoon
