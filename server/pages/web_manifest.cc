#include "server/pages/web_manifest.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "server/text.h"

namespace kiertoon {

namespace {

using Json = nlohmann::json;

constexpr std::array<std::pair<std::string_view, WebFileKind>, 4> kParts{{
    {"pages", WebFileKind::kPage},
    {"templates", WebFileKind::kTemplate},
    {"files", WebFileKind::kHashed},
    {"stable", WebFileKind::kStable},
}};

// Addresses the program answers itself: a page there would never be seen.
constexpr std::array<std::string_view, 4> kOwnFolders{"/api/", "/deeds/", "/feeds/", "/opensearch"};
constexpr std::array<std::string_view, 4> kOwnAddresses{
    "/healthz", "/readyz", "/metrics", "/openapi.json"};

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '_' || c == '-';
}

// One or more segments between slashes, none of them empty, "." or "..".
bool is_plain_path(std::string_view path) {
  std::size_t start = 0;
  while (start <= path.size()) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    const std::string_view segment = path.substr(start, end - start);
    if (segment.empty() || segment == "." || segment == ".." ||
        !std::all_of(segment.begin(), segment.end(), is_plain)) {
      return false;
    }
    start = end + 1;
  }
  return true;
}

bool is_address(std::string_view text) {
  return text == "/" || (text.starts_with('/') && is_plain_path(text.substr(1)));
}

bool is_own(std::string_view address) {
  return std::find(kOwnAddresses.begin(), kOwnAddresses.end(), address) != kOwnAddresses.end() ||
         std::any_of(kOwnFolders.begin(), kOwnFolders.end(), [&](std::string_view folder) {
           return address.starts_with(folder);
         });
}

tl::unexpected<Error> invalid(std::string_view part, std::string_view key, std::string_view what) {
  return fail(ErrorCode::kInvalidData,
              fmt::format("\"{}\" of \"{}\" {}", quotable(key), part, what),
              "build the pages again with script/web");
}

class ManifestReader {
 public:
  Expected<std::vector<WebEntry>> read(const Json& root) {
    for (const auto& item : root.items()) {
      const auto* const part = std::find_if(
          kParts.begin(), kParts.end(), [&](const auto& one) { return one.first == item.key(); });
      if (part == kParts.end()) {
        return fail(ErrorCode::kInvalidData,
                    fmt::format("\"{}\" is unknown", quotable(item.key())));
      }
      if (auto done = read_part(*part, item.value()); !done) {
        return tl::unexpected(done.error());
      }
    }
    return std::move(entries_);
  }

 private:
  Expected<void> read_part(const std::pair<std::string_view, WebFileKind>& part,
                           const Json& entries) {
    if (!entries.is_object()) {
      return fail(ErrorCode::kInvalidData, fmt::format("\"{}\" is not an object", part.first));
    }
    for (const auto& [key, file] : entries.items()) {
      if (auto done = read_entry(part, key, file); !done) {
        return done;
      }
    }
    return {};
  }

  Expected<void> read_entry(const std::pair<std::string_view, WebFileKind>& part,
                            const std::string& key,
                            const Json& file) {
    const auto& [name, kind] = part;
    if (entries_.size() == kMaxWebEntries) {
      return invalid(name, key, fmt::format("is one entry more than {}", kMaxWebEntries));
    }
    if (kind == WebFileKind::kTemplate ? !is_plain_path(key) : !is_address(key)) {
      return invalid(name, key, "is not a plain address");
    }
    if (kind != WebFileKind::kTemplate && is_own(key)) {
      return invalid(name, key, "is an address of the server's own");
    }
    if (!file.is_string()) {
      return invalid(name, key, fmt::format("is a JSON {}, not a file's name", file.type_name()));
    }
    const auto& path = file.get_ref<const std::string&>();
    if (!is_plain_path(path)) {
      return invalid(
          name, key, fmt::format("is \"{}\", not a file within the folder", quotable(path)));
    }
    if (!known_.insert(key).second) {
      return invalid(name, key, "stands there twice");
    }
    entries_.push_back({.kind = kind, .address = key, .file = path});
    return {};
  }

  std::vector<WebEntry> entries_;
  std::set<std::string> known_;
};

}  // namespace

Expected<std::vector<WebEntry>> parse_web_manifest(std::string_view json) {
  const Json root = Json::parse(json, nullptr, false);
  if (!root.is_object()) {
    return fail(ErrorCode::kInvalidData,
                "it is not a JSON object",
                "build the pages again with script/web");
  }
  return ManifestReader().read(root);
}

}  // namespace kiertoon
