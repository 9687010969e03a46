#include "server/pages/web_files.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/files.h"

namespace kiertoon {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifestName = "manifest.json";
constexpr const char* kHint = "build the pages again with script/web";

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kContentTypes{{
    {".css", "text/css; charset=utf-8"},
    {".html", "text/html; charset=utf-8"},
    {".ico", "image/x-icon"},
    {".jpg", "image/jpeg"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".png", "image/png"},
    {".svg", "image/svg+xml"},
    {".txt", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
    {".woff2", "font/woff2"},
}};

std::optional<std::string_view> content_type_of(const fs::path& file) {
  const std::string extension = file.extension().string();
  const auto* const found = std::find_if(kContentTypes.begin(),
                                         kContentTypes.end(),
                                         [&](const auto& one) { return one.first == extension; });
  return found == kContentTypes.end() ? std::nullopt : std::optional(found->second);
}

// Whether `path`, all links followed, lies in `folder`, which has none left.
bool lies_within(const fs::path& path, const fs::path& folder) {
  const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

// The content of a regular file of bounded size.
Expected<std::string> read_bounded(const fs::path& path) {
  std::error_code error;
  const auto bytes = fs::file_size(path, error);
  if (error) {
    return fail(ErrorCode::kInvalidData,
                fmt::format("cannot read {}: {}", path.string(), error.message()),
                kHint);
  }
  if (bytes > kMaxWebFileBytes) {
    return fail(
        ErrorCode::kInvalidData,
        fmt::format("{} has {} bytes, more than {}", path.string(), bytes, kMaxWebFileBytes),
        kHint);
  }
  return read_file(path);
}

Expected<WebFile> read_entry(const fs::path& folder, const WebEntry& entry) {
  std::error_code error;
  const fs::path path = fs::canonical(folder / entry.file, error);
  if (error) {
    return fail(ErrorCode::kInvalidData,
                fmt::format("cannot read {}, which the manifest names for \"{}\": {}",
                            (folder / entry.file).string(),
                            entry.address,
                            error.message()),
                kHint);
  }
  if (!lies_within(path, folder)) {
    return fail(
        ErrorCode::kInvalidData,
        fmt::format(
            "{} leads out of its folder, to {}", (folder / entry.file).string(), path.string()));
  }
  const auto content_type = content_type_of(entry.file);
  const bool is_html = entry.file.ends_with(".html");
  const bool must_be_html =
      entry.kind == WebFileKind::kPage || entry.kind == WebFileKind::kTemplate;
  if (!content_type || (must_be_html && !is_html)) {
    return fail(ErrorCode::kInvalidData,
                fmt::format("{} of \"{}\" is not of a type that can be served there",
                            path.string(),
                            entry.address));
  }
  auto content = read_bounded(path);
  if (!content) {
    return tl::unexpected(content.error());
  }
  return WebFile{.kind = entry.kind,
                 .address = entry.address,
                 .content = std::move(*content),
                 .content_type = *content_type,
                 .compressed = {}};
}

Expected<PageTemplate> find_template(const fs::path& folder,
                                     const std::vector<WebFile>& files,
                                     std::string_view name) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const WebFile& file) {
    return file.kind == WebFileKind::kTemplate && file.address == name;
  });
  if (found == files.end()) {
    return fail(
        ErrorCode::kInvalidData,
        fmt::format("{}: \"templates\" has no \"{}\"", (folder / kManifestName).string(), name),
        kHint);
  }
  auto parsed = PageTemplate::parse(found->content);
  if (!parsed) {
    return fail(
        ErrorCode::kInvalidData,
        fmt::format("the template \"{}\" of {}: {}", name, folder.string(), parsed.error().message),
        kHint);
  }
  return parsed;
}

Expected<PageTemplates> find_templates(const fs::path& folder, const std::vector<WebFile>& files) {
  auto deed = find_template(folder, files, "deed");
  if (!deed) {
    return tl::unexpected(deed.error());
  }
  auto error = find_template(folder, files, "error");
  if (!error) {
    return tl::unexpected(error.error());
  }
  return PageTemplates{.deed = std::move(*deed), .error = std::move(*error)};
}

Expected<std::vector<WebEntry>> read_manifest(const fs::path& manifest) {
  const auto json = read_bounded(manifest);
  if (!json) {
    return tl::unexpected(json.error());
  }
  auto entries = parse_web_manifest(*json);
  if (!entries) {
    Error error = std::move(entries.error());
    error.message = fmt::format("{}: {}", manifest.string(), error.message);
    return tl::unexpected(std::move(error));
  }
  return entries;
}

Expected<std::vector<WebFile>> read_entries(const fs::path& folder,
                                            const std::vector<WebEntry>& entries) {
  std::vector<WebFile> files;
  std::size_t bytes = 0;
  for (const WebEntry& entry : entries) {
    auto file = read_entry(folder, entry);
    if (!file) {
      return tl::unexpected(file.error());
    }
    bytes += file->content.size();
    if (bytes > kMaxWebBytes) {
      return fail(
          ErrorCode::kInvalidData,
          fmt::format("the files of {} are more than {} bytes", folder.string(), kMaxWebBytes));
    }
    files.push_back(std::move(*file));
  }
  return files;
}

// Takes the templates out, which are compressed when they have been filled; compresses the rest.
void make_ready(std::vector<WebFile>& files) {
  std::erase_if(files, [](const WebFile& file) { return file.kind == WebFileKind::kTemplate; });
  for (WebFile& file : files) {
    if (is_compressible(file.content_type)) {
      file.compressed = compressed_forms(file.content);
    }
  }
}

}  // namespace

Expected<std::optional<WebFiles>> WebFiles::load(const fs::path& folder) {
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  if (error || !fs::exists(root / kManifestName, error)) {
    return std::optional<WebFiles>();
  }
  const auto entries = read_manifest(root / kManifestName);
  if (!entries) {
    return tl::unexpected(entries.error());
  }
  auto files = read_entries(root, *entries);
  if (!files) {
    return tl::unexpected(files.error());
  }
  auto templates = find_templates(root, *files);
  if (!templates) {
    return tl::unexpected(templates.error());
  }
  make_ready(*files);
  return std::optional(WebFiles(std::move(*files), std::move(*templates)));
}

}  // namespace kiertoon
