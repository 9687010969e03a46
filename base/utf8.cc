#include "base/utf8.h"

#include <cstdint>
#include <cstring>

#include <unicode/utf8.h>

namespace kiertoon {
namespace {

// Decodes the code point at `offset`, moves past it, and returns it; negative when it is
// ill-formed.
UChar32 next_code_point(std::string_view text, std::size_t& offset) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto i = static_cast<std::int64_t>(offset);
  const auto length = static_cast<std::int64_t>(text.size());
  UChar32 code_point = 0;
  U8_NEXT(bytes, i, length, code_point);
  offset = static_cast<std::size_t>(i);
  return code_point;
}

bool is_ascii(char byte) {
  return static_cast<unsigned char>(byte) < 0x80;
}

// The first offset from `offset` on at which there is a byte beyond ASCII, or the end. Looks at
// eight bytes at a time.
std::size_t skip_ascii(std::string_view text, std::size_t offset) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  std::uint64_t bytes = 0;
  for (; text.size() - offset >= sizeof(bytes); offset += sizeof(bytes)) {
    std::memcpy(&bytes, text.data() + offset, sizeof(bytes));
    if ((bytes & kHighBits) != 0) {
      break;
    }
  }
  while (offset < text.size() && is_ascii(text[offset])) {
    ++offset;
  }
  return offset;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    if (is_ascii(text[offset])) {
      offset = skip_ascii(text, offset);
    } else if (next_code_point(text, offset) < 0) {
      return false;
    }
  }
  return true;
}

std::string to_valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    if (next_code_point(text, offset) < 0) {
      valid += "\xEF\xBF\xBD";
    } else {
      valid += text.substr(begin, offset - begin);
    }
  }
  return valid;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) {
    next_code_point(text, offset);
  }
  return count;
}

std::size_t byte_offset(std::string_view text, std::size_t index) {
  std::size_t offset = 0;
  for (; index > 0 && offset < text.size(); --index) {
    next_code_point(text, offset);
  }
  return offset;
}

std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) {
    return text;
  }
  while (max_bytes > 0 && U8_IS_TRAIL(static_cast<std::uint8_t>(text[max_bytes]))) {
    --max_bytes;
  }
  return text.substr(0, max_bytes);
}

}  // namespace kiertoon
