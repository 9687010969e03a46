#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kiertoon::testing {

// One line of tests/golden/analysis/words.fi.txt.
struct GoldenWord {
  std::size_t line = 0;
  std::string form;
  std::vector<std::string> base_forms;
  std::vector<std::string> parts;
  std::vector<std::string> forbidden;
};

// Reads "form: base, base | part, part | ! term, term"; the fields after the first may be missing.
[[nodiscard]] std::vector<GoldenWord> read_golden_words(const std::string& path);

// One line of a file with two or three tab-separated columns.
struct GoldenPair {
  std::size_t line = 0;
  std::string first;
  std::string second;
  std::string word_class;
};
[[nodiscard]] std::vector<GoldenPair> read_golden_pairs(const std::string& path);

// One line "form = form" or "form != form".
struct GoldenStems {
  std::size_t line = 0;
  std::string first;
  std::string second;
  bool same_stem = true;
};
[[nodiscard]] std::vector<GoldenStems> read_golden_stems(const std::string& path);

}  // namespace kiertoon::testing
