#include "base/tsv.h"

#include "base/files.h"

namespace kiertoon {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

TsvRow split_row(std::string_view line, std::size_t number) {
  TsvRow row{.line = number, .cells = {}};
  for (std::size_t begin = 0;;) {
    const std::size_t tab = line.find('\t', begin);
    row.cells.emplace_back(strip(line.substr(begin, tab - begin)));
    if (tab == std::string_view::npos) {
      return row;
    }
    begin = tab + 1;
  }
}

}  // namespace

std::string_view strip(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kWhiteSpace);
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(kWhiteSpace) - first + 1);
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t begin = text.find_first_not_of(kWhiteSpace); begin != std::string_view::npos;) {
    const std::size_t end = text.find_first_of(kWhiteSpace, begin);
    words.emplace_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(kWhiteSpace, end);
  }
  return words;
}

std::vector<std::string_view> split_list(std::string_view cell) {
  std::vector<std::string_view> parts;
  while (!cell.empty() || !parts.empty()) {
    const std::size_t end = cell.find(kListSeparator);
    parts.push_back(strip(cell.substr(0, end)));
    if (end == std::string_view::npos) {
      break;
    }
    cell.remove_prefix(end + 1);
  }
  return parts;
}

Expected<std::vector<TsvRow>> read_tsv(const std::filesystem::path& path, std::string_view header) {
  const auto content = read_file(path);
  if (!content) {
    return tl::unexpected(content.error());
  }
  std::vector<TsvRow> rows;
  std::string_view rest = *content;
  if (rest.starts_with(kByteOrderMark)) {
    rest.remove_prefix(kByteOrderMark.size());
  }
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (strip(line).empty() || line.front() == '#') {
      continue;
    }
    TsvRow row = split_row(line, number);
    if (rows.empty() && !header.empty() && row.cell(0) == header) {
      header = {};
      continue;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace kiertoon
