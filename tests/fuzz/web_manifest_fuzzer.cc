// Any bytes as the manifest of built pages: what is accepted stays within the folder and under
// plain addresses. The same bytes as a template: what is accepted can be filled.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "server/pages/page_template.h"
#include "server/pages/web_manifest.h"
#include "tests/fuzz/require.h"

using kiertoon::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto entries = kiertoon::parse_web_manifest(bytes)) {
    require(entries->size() <= kiertoon::kMaxWebEntries);
    for (const kiertoon::WebEntry& entry : *entries) {
      require(!entry.file.empty() && entry.file.front() != '/');
      require(entry.file.find("../") == std::string::npos && !entry.file.ends_with("/.."));
      require(!entry.address.empty() && entry.address.find("//") == std::string::npos);
    }
  }
  if (const auto page = kiertoon::PageTemplate::parse(bytes)) {
    require(page->fill({.head = "<h>", .main = "<m>"}).find("<h>") != std::string::npos);
  }
  return 0;
}
