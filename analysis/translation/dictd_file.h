#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string_view>

#include "base/error.h"

namespace kiertoon {

// Where a dictionary in the format of dictd stands: the index, one line a headword with the place
// of its entry, and the compressed text of all entries.
struct DictdFiles {
  std::filesystem::path index;  // NAME.index
  std::filesystem::path text;   // NAME.dict.dz
};

// What a file may hold at most. The largest of FreeDict's dictionaries to and from Finnish has 8 MB
// of text and 1.3 MB of index.
struct DictdLimits {
  std::size_t index_bytes = std::size_t{8} << 20U;
  std::size_t text_bytes = std::size_t{32} << 20U;  // when inflated
  std::size_t entry_bytes = std::size_t{64} << 10U;
  std::size_t headword_bytes = 1000;
};

// Called with a headword as the index spells it and the text of its entry, both well-formed UTF-8;
// they live until the call returns.
using DictdVisitor = std::function<void(std::string_view headword, std::string_view entry)>;

// Reads a dictionary and calls `visit` with each entry in the order of the index; what describes
// the dictionary itself ("00databaseinfo") is left out. Errors name file and line; entries before
// the bad line have been visited then. Memory: the index, and the inflated text, within `limits`.
[[nodiscard]] Expected<void> read_dictd(const DictdFiles& files,
                                        const DictdVisitor& visit,
                                        const DictdLimits& limits = {});

}  // namespace kiertoon
