#include "analysis/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <utility>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace kiertoon {
namespace {

// Letters whose accent is not a combining mark, so that decomposition does not remove it.
constexpr std::array<std::pair<UChar32, std::string_view>, 9> kLettersWithoutDecomposition{{
    {0x00DF, "ss"},  // ß
    {0x00E6, "ä"},   // æ
    {0x00F8, "ö"},   // ø
    {0x0111, "d"},   // đ
    {0x00F0, "d"},   // ð
    {0x00FE, "th"},  // þ
    {0x0142, "l"},   // ł
    {0x0153, "oe"},  // œ
    {0x0131, "i"},   // ı
}};

constexpr UChar32 kARing = 0x00E5;
constexpr UChar32 kADiaeresis = 0x00E4;
constexpr UChar32 kODiaeresis = 0x00F6;

bool is_ascii(std::string_view text) {
  return std::all_of(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

void append(std::string& out, UChar32 code_point) {
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, code_point);
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

// Decodes the code point at `offset` and moves past it; ill-formed bytes read as U+FFFD. (The
// branches are those of ICU's macro.)
// NOLINTNEXTLINE(readability-function-cognitive-complexity)
UChar32 next_code_point(std::string_view text, std::size_t& offset) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int64_t>(text.size());
  auto i = static_cast<std::int64_t>(offset);
  UChar32 code_point = 0;
  U8_NEXT_OR_FFFD(bytes, i, length, code_point);
  offset = static_cast<std::size_t>(i);
  return code_point;
}

// Calls `visit` with each code point.
template <typename Visitor>
void for_each_code_point(std::string_view text, Visitor visit) {
  for (std::size_t offset = 0; offset < text.size();) {
    visit(next_code_point(text, offset));
  }
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  // The instance is ICU's own and lives as long as the program; it is part of ICU's built-in data.
  static const icu::Normalizer2* const instance = icu::Normalizer2::getNFCInstance(status);
  return *instance;
}

bool is_format_character(UChar32 code_point) {
  return u_charType(code_point) == U_FORMAT_CHAR;
}

// The hyphens of Unicode that word processors write, U+2011 where a line must not break.
bool is_hyphen(UChar32 code_point) {
  constexpr UChar32 kHyphen = 0x2010;
  constexpr UChar32 kNonBreakingHyphen = 0x2011;
  return code_point == kHyphen || code_point == kNonBreakingHyphen;
}

// The base letter of an accented one ("é" -> "e"), however many accents it carries.
UChar32 without_accents(UChar32 code_point) {
  icu::UnicodeString decomposed;
  while (nfc().getRawDecomposition(code_point, decomposed) != 0) {
    const UChar32 base = decomposed.char32At(0);
    if (base == code_point) {
      break;
    }
    code_point = base;
  }
  return code_point;
}

void append_folded(std::string& out, UChar32 code_point) {
  const UChar32 lower = u_tolower(code_point);
  if (lower == kARing || lower == kADiaeresis || lower == kODiaeresis) {
    append(out, lower);
    return;
  }
  if (u_charType(lower) == U_NON_SPACING_MARK) {
    return;
  }
  const auto* special = std::find_if(kLettersWithoutDecomposition.begin(),
                                     kLettersWithoutDecomposition.end(),
                                     [lower](const auto& entry) { return entry.first == lower; });
  if (special != kLettersWithoutDecomposition.end()) {
    out += special->second;
    return;
  }
  append(out, without_accents(lower));
}

}  // namespace

std::string normalise(std::string_view word) {
  if (is_ascii(word)) {
    return std::string(word);
  }
  std::string visible;
  visible.reserve(word.size());
  for_each_code_point(word, [&](UChar32 code_point) {
    if (!is_format_character(code_point)) {
      append(visible, is_hyphen(code_point) ? '-' : code_point);
    }
  });
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  UErrorCode status = U_ZERO_ERROR;
  nfc().normalizeUTF8(0, visible, sink, nullptr, status);
  return U_SUCCESS(status) != 0 ? composed : visible;
}

std::string fold(std::string_view word) {
  std::string folded;
  folded.reserve(word.size());
  if (is_ascii(word)) {
    std::transform(word.begin(), word.end(), std::back_inserter(folded), ascii_lower);
    return folded;
  }
  for_each_code_point(word, [&](UChar32 code_point) {
    if (code_point < 0x80) {
      folded += ascii_lower(static_cast<char>(code_point));
    } else {
      append_folded(folded, code_point);
    }
  });
  return folded;
}

std::string to_lower(std::string_view word) {
  std::string lower;
  lower.reserve(word.size());
  for_each_code_point(word, [&](UChar32 code_point) { append(lower, u_tolower(code_point)); });
  return lower;
}

std::string to_upper(std::string_view word) {
  std::string upper;
  upper.reserve(word.size());
  for_each_code_point(word, [&](UChar32 code_point) { append(upper, u_toupper(code_point)); });
  return upper;
}

std::string capitalise(std::string_view word) {
  std::string capitalised;
  for_each_code_point(word, [&](UChar32 code_point) {
    append(capitalised, capitalised.empty() ? u_toupper(code_point) : code_point);
  });
  return capitalised;
}

bool is_upper_case(std::string_view word) {
  std::size_t letters = 0;
  bool lower_found = false;
  for_each_code_point(word, [&](UChar32 code_point) {
    letters += u_isalpha(code_point) != 0 ? 1 : 0;
    lower_found = lower_found || u_islower(code_point) != 0;
  });
  return letters >= 2 && !lower_found;
}

bool is_letter_or_digit(std::string_view character) {
  std::size_t offset = 0;
  return !character.empty() && u_isalnum(next_code_point(character, offset)) != 0;
}

bool begins_in_lower_case(std::string_view word) {
  std::size_t offset = 0;
  return !word.empty() && u_islower(next_code_point(word, offset)) != 0;
}

}  // namespace kiertoon
