#include "server/text.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace kiertoon {

namespace {

constexpr std::string_view kEllipsis = "…";

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  if (c >= 'a' && c <= 'f') {
    return c - 'a' + 10;
  }
  if (c >= 'A' && c <= 'F') {
    return c - 'A' + 10;
  }
  return std::nullopt;
}

// The byte that %XX at `at` stands for.
std::optional<char> escape_at(std::string_view raw, std::size_t at) {
  if (raw[at] != '%' || raw.size() - at < 3) {
    return std::nullopt;
  }
  const auto high = hex_digit(raw[at + 1]);
  const auto low = hex_digit(raw[at + 2]);
  if (!high || !low) {
    return std::nullopt;
  }
  return static_cast<char>(*high * 16 + *low);
}

// RFC 3986, 2.3.
bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

std::string quotable(std::string_view text, std::size_t max_characters) {
  std::string result = to_valid_utf8(text);
  if (const std::size_t end = byte_offset(result, max_characters); end < result.size()) {
    result.resize(end);
    result += kEllipsis;
  }
  return result;
}

std::string percent_decode(std::string_view raw, PlusSign plus) {
  std::string result;
  result.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size(); ++at) {
    if (const auto byte = escape_at(raw, at)) {
      result += *byte;
      at += 2;
    } else {
      result += raw[at] == '+' && plus == PlusSign::kSpace ? ' ' : raw[at];
    }
  }
  return result;
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    if (is_unreserved(c)) {
      result += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    result += '%';
    result += kDigits[byte >> 4U];
    result += kDigits[byte & 0xFU];
  }
  return result;
}

std::size_t raw_offset(std::string_view raw, std::size_t decoded_offset) {
  std::size_t at = 0;
  for (; decoded_offset > 0 && at < raw.size(); --decoded_offset) {
    at += escape_at(raw, at) ? 3U : 1U;
  }
  return at;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(
      a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_mail_address(std::string_view text) {
  constexpr std::string_view kMarks = ".-_+";
  const std::size_t at = text.find('@');
  if (at == 0 || at == std::string_view::npos || at + 1 == text.size()) {
    return false;
  }
  const auto is_plain = [&](char c) {
    return is_letter_or_digit(c) || kMarks.find(c) != std::string_view::npos;
  };
  const std::string_view host = text.substr(at + 1);
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), is_plain) &&
         std::all_of(host.begin(), host.end(), is_plain);
}

}  // namespace kiertoon
