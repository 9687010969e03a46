#include "tests/analysis/golden_file.h"

#include <fstream>
#include <stdexcept>

#include <unicode/unistr.h>

#include "base/tsv.h"

namespace kiertoon::testing {
namespace {

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> pieces;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(separator, begin);
    const std::string_view piece = strip(text.substr(begin, end - begin));
    if (!piece.empty()) {
      pieces.emplace_back(piece);
    }
    if (end == std::string_view::npos) {
      return pieces;
    }
    begin = end + separator.size();
  }
}

// "\u00AD" and the like become the character.
std::string unescape(const std::string& text) {
  if (text.find("\\u") == std::string::npos) {
    return text;
  }
  std::string utf8;
  icu::UnicodeString::fromUTF8(text).unescape().toUTF8String(utf8);
  return utf8;
}

struct Line {
  std::size_t number = 0;
  std::string text;
};

std::vector<Line> content_lines(const std::string& path) {
  std::ifstream in(path);
  if (!in) {
    throw std::runtime_error("cannot read " + path);
  }
  std::vector<Line> lines;
  std::string text;
  for (std::size_t number = 1; std::getline(in, text); ++number) {
    if (const std::size_t comment = text.find(" #"); comment != std::string::npos) {
      text.resize(comment);
    }
    if (!strip(text).empty() && text.front() != '#') {
      lines.push_back({number, text});
    }
  }
  return lines;
}

// The last colon that a space or the end of the line follows.
std::size_t separator_of(const std::string& text) {
  std::size_t found = std::string::npos;
  for (std::size_t i = text.find(':'); i != std::string::npos; i = text.find(':', i + 1)) {
    if (i + 1 == text.size() || text[i + 1] == ' ') {
      found = i;
    }
  }
  return found;
}

}  // namespace

std::vector<GoldenWord> read_golden_words(const std::string& path) {
  std::vector<GoldenWord> words;
  for (const auto& [number, text] : content_lines(path)) {
    const std::size_t separator = separator_of(text);
    if (separator == std::string::npos) {
      throw std::runtime_error(path + ":" + std::to_string(number) + ": no colon");
    }
    GoldenWord word{.line = number,
                    .form = unescape(text.substr(0, separator)),
                    .base_forms = {},
                    .parts = {},
                    .forbidden = {}};
    const std::string rest = text.substr(separator + 1);
    std::size_t field = 0;
    for (std::size_t begin = 0; begin <= rest.size(); ++field) {
      const std::size_t end = std::min(rest.find('|', begin), rest.size());
      const std::string_view cell = strip(std::string_view(rest).substr(begin, end - begin));
      if (cell.starts_with('!')) {
        word.forbidden = split(cell.substr(1), ",");
      } else {
        (field == 0 ? word.base_forms : word.parts) = split(cell, ",");
      }
      begin = end + 1;
    }
    words.push_back(word);
  }
  return words;
}

std::vector<GoldenPair> read_golden_pairs(const std::string& path) {
  std::vector<GoldenPair> pairs;
  const auto rows = read_tsv(path);
  if (!rows) {
    throw std::runtime_error(rows.error().to_string());
  }
  for (const auto& row : *rows) {
    pairs.push_back({row.line,
                     unescape(std::string(row.cell(0))),
                     std::string(row.cell(1)),
                     std::string(row.cell(2))});
  }
  return pairs;
}

std::vector<GoldenStems> read_golden_stems(const std::string& path) {
  std::vector<GoldenStems> stems;
  for (const auto& [number, text] : content_lines(path)) {
    const bool same_stem = text.find("!=") == std::string::npos;
    const auto forms = split(text, same_stem ? "=" : "!=");
    if (forms.size() != 2) {
      throw std::runtime_error(path + ":" + std::to_string(number) + ": two forms are needed");
    }
    stems.push_back({number, forms[0], forms[1], same_stem});
  }
  return stems;
}

}  // namespace kiertoon::testing
