#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiertoon {

// Whether a folded word may be a part of a compound.
using IsPart = std::function<bool(std::string_view word)>;

// The words that a Swedish compound consists of: "arbetshälsa" -> arbete, hälsa;
// "barnträdgårdarna" -> barn, trädgård. Linking letters and dropped vowels of the first parts and
// endings of the last are seen through. Of several ways to split, that of the fewest parts, and of
// these the one with the longest. Empty when there is none; no part has under three letters.
// Expects a folded word.
[[nodiscard]] std::vector<std::string> split_swedish_compound(std::string_view word,
                                                              const IsPart& is_part);

// The last part alone of a compound whose first part nobody knows: "webbpublikation" ->
// publikation. The longest, of at least five letters.
[[nodiscard]] std::optional<std::string> head_of_swedish_compound(std::string_view word,
                                                                  const IsPart& is_part);

}  // namespace kiertoon
