#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kiertoon {

// What completions are looked up by: letters and digits in lower case and without dots and accents
// (ä and å as a, ö as o), hyphens, and one space for whatever else stands between words. Keeps a
// space at the end: "varhaisen " asks for the next word. Takes any bytes.
[[nodiscard]] std::string completion_key(std::string_view text);

// Where in `text` stands what gives the bytes `begin` to `end` of its completion_key().
struct TextPart {
  std::size_t begin = 0;
  std::size_t end = 0;
};
[[nodiscard]] TextPart part_of_key(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace kiertoon
