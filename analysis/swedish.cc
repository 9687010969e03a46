#include "analysis/swedish.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/utf8.h"

namespace kiertoon {
namespace {

// The article as it follows a vowel: -n, and -t of neuters. Snowball knows -en alone.
constexpr std::array<std::string_view, 6> kDefiniteEndings{"an", "on", "in", "yn", "ön", "et"};

// Characters of the shortest form. Shorter ones are mostly function words: "man", "utan", "det".
constexpr std::size_t kShortestForm = 4;

}  // namespace

std::optional<std::string_view> indefinite_form(std::string_view word) {
  const bool is_genitive = word.ends_with("ns") || word.ends_with("ts");
  word.remove_suffix(is_genitive ? 1 : 0);
  const bool is_definite = std::any_of(
      kDefiniteEndings.begin(), kDefiniteEndings.end(), [word](std::string_view ending) {
        return word.ends_with(ending);
      });
  if (!is_definite || count_code_points(word) <= kShortestForm) {
    return std::nullopt;
  }
  // An m is double between vowels, never at the end: "programmet" is of "program".
  word.remove_suffix(word.ends_with("mmet") ? std::string_view("met").size() : 1);
  return word;
}

}  // namespace kiertoon
