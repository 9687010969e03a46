#include "server/markdown_text.h"

namespace kiertoon {

namespace {

// ASCII punctuation that means something within a line, or at its beginning.
constexpr std::string_view kMarkup = "\\`*_{}[]<>#|~&!";
constexpr std::string_view kMarkupAtLineStart = "+-=:";

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '\x7F';
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string result;
  result.reserve(text.size() + 8);
  for (const char c : text) {
    if (is_control(c)) {
      result += ' ';
      continue;
    }
    if (kMarkup.find(c) != std::string_view::npos ||
        (result.empty() && kMarkupAtLineStart.find(c) != std::string_view::npos)) {
      result += '\\';
    }
    result += c;
  }
  return result;
}

}  // namespace kiertoon
