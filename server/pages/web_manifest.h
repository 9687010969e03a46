#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kiertoon {

// How a built file is asked for, and how long it may be kept.
enum class WebFileKind {
  kPage,      // HTML at an address for people; changes with every release
  kTemplate,  // HTML that the server fills; not an address
  kHashed,    // its name changes with its content, so it is kept for good
  kStable,    // other web sites name it: its address never changes, its content may
};

struct WebEntry {
  WebFileKind kind = WebFileKind::kPage;
  std::string address;  // "/briefing"; of a template its name: "deed"
  std::string file;     // relative to the manifest's folder, within it: "assets/search-AB12CD34.js"
};

inline constexpr std::size_t kMaxWebEntries = 1'000;

// Reads `manifest.json`, in which web/build.mjs says what it has built. Addresses are unique, plain
// ("/", letters, digits, ".", "_", "-") and none of the server's own; files stay within the folder.
// Fails with kInvalidData and a sentence that names the offending value and where it stands.
[[nodiscard]] Expected<std::vector<WebEntry>> parse_web_manifest(std::string_view json);

}  // namespace kiertoon
