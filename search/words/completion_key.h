#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kiertoon {

// What completions are looked up by: letters and digits in lower case and without dots and accents
// (ä and å as a, ö as o), hyphens, and one space for whatever else stands between words. Keeps a
// space at the end: "varhaisen " asks for the next word. Takes any bytes.
[[nodiscard]] std::string completion_key(std::string_view text);

// Byte offset into `text` up to which it gives the first `key_size` bytes of its completion_key().
[[nodiscard]] std::size_t offset_of_key(std::string_view text, std::size_t key_size);

}  // namespace kiertoon
