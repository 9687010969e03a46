#pragma once

#include <string>
#include <string_view>

namespace kiertoon {

// `text` as one line of Markdown (CommonMark and its tables) that reads as the text itself: what
// Markdown or HTML would take for markup is escaped, line ends become spaces. Not fit to begin a
// line with when it may begin with a number, unless words of the program's own stand before it.
[[nodiscard]] std::string markdown_text(std::string_view text);

}  // namespace kiertoon
