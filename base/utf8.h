#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kiertoon {

// Whether `text` is well-formed UTF-8 (no surrogates, no overlong forms).
[[nodiscard]] bool is_valid_utf8(std::string_view text);

// `text` with each ill-formed sequence replaced by U+FFFD.
[[nodiscard]] std::string to_valid_utf8(std::string_view text);

// Number of code points; an ill-formed sequence counts as one.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

// Byte offset at which the code point number `index` begins; the size of `text` when it has fewer.
[[nodiscard]] std::size_t byte_offset(std::string_view text, std::size_t index);

// The longest prefix of at most `max_bytes` bytes that does not cut a code point.
[[nodiscard]] std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes);

}  // namespace kiertoon
