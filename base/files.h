#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.h"

namespace kiertoon {

// Whole content of a file. Fails with kNotFound or kUnavailable, naming the path.
[[nodiscard]] Expected<std::string> read_file(const std::filesystem::path& path);

// A file of which parts are read, from any number of threads.
class ReadableFile {
 public:
  // Fails with kNotFound or kUnavailable, naming the path.
  [[nodiscard]] static Expected<ReadableFile> open(const std::filesystem::path& path);
  ~ReadableFile();
  ReadableFile(ReadableFile&& other) noexcept;
  ReadableFile& operator=(ReadableFile&& other) noexcept;
  ReadableFile(const ReadableFile&) = delete;
  ReadableFile& operator=(const ReadableFile&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::uint64_t size() const { return size_; }

  // `size` bytes from `begin` on. Fails with kUnavailable when they cannot be read, and when the
  // file ends earlier.
  [[nodiscard]] Expected<std::string> read(std::uint64_t begin, std::size_t size) const;

 private:
  ReadableFile(std::filesystem::path path, int file, std::uint64_t size);

  std::filesystem::path path_;
  int file_ = -1;
  std::uint64_t size_ = 0;
};

// Writes `content` beside `path`, syncs it, moves it over `path` by rename, and syncs the folder: a
// reader, or a machine that loses power, sees the old content or the new one, never a part.
[[nodiscard]] Expected<void> write_file_atomically(const std::filesystem::path& path,
                                                   std::string_view content);

// Makes a file's content durable.
[[nodiscard]] Expected<void> sync_file(const std::filesystem::path& path);

// Makes what was renamed or created in `directory` durable.
[[nodiscard]] Expected<void> sync_directory(const std::filesystem::path& directory);

// The folder with the data the programs ship (`lexicon/`, `vocabulary/`, ...): the first that
// exists of `configured`, the environment's KIERTOON_DATA, `data/` of the source tree the program
// was built from, and `<prefix>/share/kiertoon` of an installed program.
[[nodiscard]] Expected<std::filesystem::path> find_data_directory(
    const std::filesystem::path& configured = {});

}  // namespace kiertoon
