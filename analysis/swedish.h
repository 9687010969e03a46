#pragma once

#include <optional>
#include <string_view>

namespace kiertoon {

// The indefinite form of a Swedish noun in the definite singular, as far as Snowball does not see
// it: "skolan" -> "skola", "miljöns" -> "miljö", "arbetet" -> "arbete", and "barnet" -> "barne",
// whose `e` the stemmer takes off. Guessed from the ending alone, so also of words that only look
// so: an addition to the word's own stem, never in its place. Expects lower case.
[[nodiscard]] std::optional<std::string_view> indefinite_form(std::string_view word);

}  // namespace kiertoon
