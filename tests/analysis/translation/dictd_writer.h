#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/translation/dictd_file.h"
#include "tests/test_folder.h"

namespace kiertoon::testing {

// Text as gzip has it.
[[nodiscard]] std::string gzip(std::string_view text);

// A number in the base-64 digits of dictd's indexes.
[[nodiscard]] std::string to_base64(std::size_t number);

// Writes a dictionary as FreeDict names and packs it ("swe-fin"), of entries with their headwords
// in the index.
DictdFiles write_dictionary(const TestFolder& folder,
                            const std::string& languages,
                            const std::vector<std::pair<std::string, std::string>>& entries);

}  // namespace kiertoon::testing
