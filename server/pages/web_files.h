#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "server/encoding.h"
#include "server/pages/page_template.h"
#include "server/pages/web_manifest.h"

namespace kiertoon {

struct WebFile {
  WebFileKind kind = WebFileKind::kPage;
  std::string address;  // as in WebEntry
  std::string content;
  std::string_view content_type;
  CompressedForms compressed;  // of text only
};

// A page of some minutes' reading is 100 KB; more than this is a mistake of the build.
inline constexpr std::size_t kMaxWebFileBytes = std::size_t{4} * 1024 * 1024;
inline constexpr std::size_t kMaxWebBytes = std::size_t{32} * 1024 * 1024;

// The pages that the server fills.
struct PageTemplates {
  PageTemplate deed;   // one deed
  PageTemplate error;  // what is not there, or cannot be answered
};

// The built pages and what they need, read once and kept in memory with their compressed forms.
// Immutable, so thread-safe.
class WebFiles {
 public:
  // Reads `folder` by its manifest.json; nothing when there is none, for then the pages have not
  // been built. Fails with the file and the offending value when the manifest is wrong, when a file
  // is missing, too large, of an unknown type, or a link out of the folder, and when a template
  // lacks what the server fills.
  [[nodiscard]] static Expected<std::optional<WebFiles>> load(const std::filesystem::path& folder);

  // Templates are not among them.
  [[nodiscard]] const std::vector<WebFile>& files() const { return files_; }

  [[nodiscard]] const PageTemplates& templates() const { return templates_; }

 private:
  WebFiles(std::vector<WebFile> files, PageTemplates templates)
      : files_(std::move(files)), templates_(std::move(templates)) {}

  std::vector<WebFile> files_;
  PageTemplates templates_;
};

}  // namespace kiertoon
