#pragma once

#include <string>
#include <string_view>

namespace kiertoon {

// Composed form (NFC) of a word, soft hyphens and other invisible format characters left out;
// the hyphens of Unicode become plain ones, ill-formed bytes U+FFFD.
[[nodiscard]] std::string normalise(std::string_view word);

// What terms are compared by: lower case, and accents dropped, except that å, ä and ö are letters
// of their own (`é` -> `e`, `š` -> `s`, `ø` -> `ö`, `ß` -> `ss`). Expects normalised text.
[[nodiscard]] std::string fold(std::string_view word);

// Lower case alone, all accents kept: what stemmers expect.
[[nodiscard]] std::string to_lower(std::string_view word);

// Upper case alone, letter by letter.
[[nodiscard]] std::string to_upper(std::string_view word);

// The same word with its first letter in upper case.
[[nodiscard]] std::string capitalise(std::string_view word);

// Whether the word has letters and all of them are upper case, and at least two: "HUS".
[[nodiscard]] bool is_upper_case(std::string_view word);

// Whether the character (the first of the text) is a letter or a digit of any script.
[[nodiscard]] bool is_letter_or_digit(std::string_view character);

// Whether the first letter is lower case.
[[nodiscard]] bool begins_in_lower_case(std::string_view word);

}  // namespace kiertoon
