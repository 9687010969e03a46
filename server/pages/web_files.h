#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "server/encoding.h"
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

// The built pages and what they need, read once and kept in memory with their compressed forms.
// Immutable, so thread-safe.
class WebFiles {
 public:
  // Reads `folder` by its manifest.json; nothing when there is none, for then the pages have not
  // been built. Fails with the file and the offending value when the manifest is wrong, and when a
  // file is missing, too large, of an unknown type, or a link out of the folder.
  [[nodiscard]] static Expected<std::optional<WebFiles>> load(const std::filesystem::path& folder);

  [[nodiscard]] const std::vector<WebFile>& files() const { return files_; }

  // The content of a template; nothing when the manifest has none of that name.
  [[nodiscard]] std::optional<std::string_view> find_template(std::string_view name) const;

 private:
  explicit WebFiles(std::vector<WebFile> files) : files_(std::move(files)) {}

  std::vector<WebFile> files_;
};

}  // namespace kiertoon
