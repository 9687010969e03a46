#include "server/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

#include "base/utf8.h"

namespace kiertoon {

namespace {

constexpr double kDecimals =
    10'000.0;  // scores differ in their first digits; more only fill the answer
constexpr double kLargestExact =
    9e11;  // beyond it, rounding to four decimals would overflow a double's precision

template <typename Number>
void append_number(std::string& out, Number value) {
  std::array<char, 32> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  out.append(buffer.data(), result.ptr);
}

bool needs_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void append_escape(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"':
    case '\\':
      out += '\\';
      out += c;
      return;
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      out += "\\u00";
      out += kHex[static_cast<unsigned char>(c) >> 4U];
      out += kHex[static_cast<unsigned char>(c) & 0xFU];
  }
}

}  // namespace

void JsonWriter::separate() {
  if (out_.empty()) {
    return;
  }
  const char last = out_.back();
  if (last != '{' && last != '[' && last != ':') {
    out_ += ',';
  }
}

void JsonWriter::key(std::string_view name) {
  text(name);
  out_ += ':';
}

void JsonWriter::text(std::string_view value) {
  separate();
  out_ += '"';
  if (is_valid_utf8(value)) {
    escaped(value);
  } else {
    escaped(to_valid_utf8(value));
  }
  out_ += '"';
}

void JsonWriter::escaped(std::string_view value) {
  std::size_t start = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (needs_escape(value[i])) {
      out_.append(value, start, i - start);
      append_escape(out_, value[i]);
      start = i + 1;
    }
  }
  out_.append(value, start);
}

void JsonWriter::number(std::uint64_t value) {
  separate();
  append_number(out_, value);
}

void JsonWriter::number(std::int64_t value) {
  separate();
  append_number(out_, value);
}

void JsonWriter::number(double value) {
  if (!std::isfinite(value)) {
    null();
    return;
  }
  separate();
  append_number(
      out_, std::abs(value) < kLargestExact ? std::round(value * kDecimals) / kDecimals : value);
}

void JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

void JsonWriter::field_or_null(std::string_view name, std::string_view value) {
  key(name);
  if (value.empty()) {
    null();
  } else {
    text(value);
  }
}

}  // namespace kiertoon
