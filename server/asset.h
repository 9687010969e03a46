#pragma once

#include <span>
#include <string_view>

namespace kiertoon {

// A file that is part of the program.
struct Asset {
  std::string_view name;  // "openapi.json"
  std::string_view content_type;
  std::string_view content;
};

// All of them. Defined in a file that the build writes (server/embed_assets.cmake).
[[nodiscard]] std::span<const Asset> assets();

// The one of that name, which must be in server/CMakeLists.txt.
[[nodiscard]] const Asset& asset(std::string_view name);

}  // namespace kiertoon
