#pragma once

#include <span>
#include <string_view>

namespace kiertoon {

// A file that is part of the program.
struct Asset {
  std::string_view path;  // under which it is served: "/assets/style.css"
  std::string_view content_type;
  std::string_view content;
};

// All of them: the page, what it needs, and the API's description. Defined in a file that the build
// writes (server/embed_assets.cmake).
[[nodiscard]] std::span<const Asset> assets();

}  // namespace kiertoon
