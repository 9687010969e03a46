#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kiertoon {

// One line of a tab-separated file. Missing trailing columns read as empty.
struct TsvRow {
  std::size_t line = 0;  // 1-based, for messages
  std::vector<std::string> cells;

  [[nodiscard]] std::string_view cell(std::size_t column) const {
    return column < cells.size() ? std::string_view(cells[column]) : std::string_view();
  }
};

inline constexpr char kListSeparator = '|';

// The texts between vertical bars ("one | two"), stripped; none of an empty cell.
[[nodiscard]] std::vector<std::string_view> split_list(std::string_view cell);

// Rows of a UTF-8, tab-separated file; a byte order mark, empty lines and lines that begin with `#`
// are left out, and so is the first row when `header` names its first cell. Cells are stripped of
// spaces at both ends.
[[nodiscard]] Expected<std::vector<TsvRow>> read_tsv(const std::filesystem::path& path,
                                                     std::string_view header = {});

// Words of a text separated by spaces or tabs.
[[nodiscard]] std::vector<std::string> split_words(std::string_view text);

// `text` without white space at its ends.
[[nodiscard]] std::string_view strip(std::string_view text);

}  // namespace kiertoon
