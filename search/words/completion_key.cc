#include "search/words/completion_key.h"

#include <algorithm>

#include "analysis/text.h"
#include "base/utf8.h"

namespace kiertoon {
namespace {

// The next character of `text` from `offset` on, which moves behind it.
std::string_view next_character(std::string_view text, std::size_t& offset) {
  const std::string_view rest = text.substr(offset);
  const std::size_t size =
      static_cast<unsigned char>(rest.front()) < 0x80 ? 1 : byte_offset(rest, 1);
  offset += size;
  return rest.substr(0, size);
}

void append_border(std::string& key) {
  if (!key.empty() && key.back() != ' ') {
    key += ' ';
  }
}

void append_ascii_key(std::string& key, char c) {
  if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-') {
    key += c;
  } else if (c >= 'A' && c <= 'Z') {
    key += static_cast<char>(c - 'A' + 'a');
  } else {
    append_border(key);
  }
}

// Appends the key of one character. A mark above a letter, or a soft hyphen, has none.
void append_key(std::string& key, std::string_view character) {
  if (character.size() == 1) {
    append_ascii_key(key, character.front());
    return;
  }
  const std::string folded = fold(normalise(character));
  if (folded == "ä" || folded == "å") {
    key += 'a';
  } else if (folded == "ö") {
    key += 'o';
  } else if (is_letter_or_digit(folded)) {
    key += folded;
  } else if (!folded.empty()) {
    append_border(key);
  }
}

}  // namespace

std::string completion_key(std::string_view text) {
  const std::string normalised = normalise(text);
  std::string key;
  key.reserve(normalised.size());
  for (std::size_t offset = 0; offset < normalised.size();) {
    append_key(key, next_character(normalised, offset));
  }
  return key;
}

TextPart part_of_key(std::string_view text, std::size_t begin, std::size_t end) {
  std::string key;
  TextPart part{.begin = text.size(), .end = 0};
  for (std::size_t offset = 0; offset < text.size() && key.size() < end;) {
    const std::size_t before = offset;
    append_key(key, next_character(text, offset));
    if (key.size() > begin) {
      part.begin = std::min(part.begin, before);
    }
    part.end = offset;
  }
  part.begin = std::min(part.begin, part.end);
  return part;
}

}  // namespace kiertoon
