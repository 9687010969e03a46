#pragma once

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace kiertoon {

inline constexpr std::string_view kCsvType = "text/csv; charset=utf-8";

// Writes a table as a spreadsheet in Finnish expects it: cells between semicolons, lines that end
// with CR LF, UTF-8 behind a byte order mark. Quotes as in RFC 4180. Text that a spreadsheet would
// take for a formula (it begins with = + - @, a tab or CR) gets an apostrophe in front. Not
// thread-safe.
class CsvWriter {
 public:
  explicit CsvWriter(std::size_t expected_bytes = 1024);

  // The next cell of the line.
  void text(std::string_view value);
  template <std::integral Number>
  void number(Number value) {
    cell(std::to_string(value));
  }
  void empty() { cell({}); }

  void end_line();

  // A line of texts.
  void line(std::initializer_list<std::string_view> cells);

  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  void cell(std::string_view written);

  std::string out_;
  bool at_line_start_ = true;
};

}  // namespace kiertoon
