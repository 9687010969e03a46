#pragma once

#include <string>
#include <string_view>

namespace kiertoon {

// Bytes that sort as `text` does in a Finnish dictionary (å, ä, ö last; case and punctuation
// aside), at most 200. Thread-safe.
[[nodiscard]] std::string finnish_sort_key(std::string_view text);

}  // namespace kiertoon
