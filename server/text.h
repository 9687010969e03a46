#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kiertoon {

// `text` made valid UTF-8, and cut after `max_characters` with an ellipsis: fit to be shown in a
// message.
[[nodiscard]] std::string quotable(std::string_view text, std::size_t max_characters = 60);

// What `+` stands for: a space in a query string, itself in a path.
enum class PlusSign { kSpace, kPlus };

// Decodes %XX; a `%` that two hexadecimal digits do not follow stands for itself, as in browsers.
[[nodiscard]] std::string percent_decode(std::string_view raw, PlusSign plus);

// Escapes as %XX what may not stand for itself in a value of a query string (RFC 3986).
[[nodiscard]] std::string percent_encode(std::string_view text);

// Offset in `raw` of what became byte `decoded_offset` of percent_decode(raw).
[[nodiscard]] std::size_t raw_offset(std::string_view raw, std::size_t decoded_offset);

// ASCII letter case aside, as HTTP compares names.
[[nodiscard]] bool equals_ignoring_case(std::string_view a, std::string_view b);

// `text` without spaces and tabs at its ends.
[[nodiscard]] std::string_view trim(std::string_view text);

// Whether this is a mail address with no more than ordinary ones have: in a mailto address "?" and
// "&" would begin further fields.
[[nodiscard]] bool is_mail_address(std::string_view text);

}  // namespace kiertoon
