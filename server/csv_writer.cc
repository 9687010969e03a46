#include "server/csv_writer.h"

namespace kiertoon {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kLineEnd = "\r\n";
constexpr char kSeparator = ';';

// What spreadsheets take for the beginning of a formula:
// https://owasp.org/www-community/attacks/CSV_Injection
constexpr std::string_view kFormulaStarts = "=+-@\t\r";

constexpr std::string_view kNeedsQuotes = ";\"\r\n";

std::string quoted(std::string_view value) {
  std::string result = "\"";
  for (const char c : value) {
    result += c;
    if (c == '"') {
      result += c;
    }
  }
  return result + '"';
}

}  // namespace

CsvWriter::CsvWriter(std::size_t expected_bytes) {
  out_.reserve(expected_bytes);
  out_ += kByteOrderMark;
}

void CsvWriter::text(std::string_view value) {
  std::string safe;
  if (!value.empty() && kFormulaStarts.find(value.front()) != std::string_view::npos) {
    safe += '\'';
  }
  safe += value;
  cell(safe.find_first_of(kNeedsQuotes) == std::string::npos ? safe : quoted(safe));
}

void CsvWriter::end_line() {
  out_ += kLineEnd;
  at_line_start_ = true;
}

void CsvWriter::line(std::initializer_list<std::string_view> cells) {
  for (const std::string_view value : cells) {
    text(value);
  }
  end_line();
}

void CsvWriter::cell(std::string_view written) {
  if (!at_line_start_) {
    out_ += kSeparator;
  }
  at_line_start_ = false;
  out_ += written;
}

}  // namespace kiertoon
