#include "base/files.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace kiertoon {
namespace {

namespace fs = std::filesystem;

std::string errno_text() {
  return std::system_category().message(errno);
}

class FileDescriptor {
 public:
  explicit FileDescriptor(int fd) : fd_(fd) {}
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  FileDescriptor(FileDescriptor&&) = delete;
  FileDescriptor& operator=(FileDescriptor&&) = delete;
  ~FileDescriptor() {
    if (fd_ >= 0) {
      ::close(fd_);
    }
  }
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

Expected<void> write_and_sync(const fs::path& path, std::string_view content) {
  const FileDescriptor file(::open(path.c_str(),
                                   O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
                                   S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH));
  if (file.get() < 0) {
    return fail(ErrorCode::kUnavailable, "cannot write " + path.string() + ": " + errno_text());
  }
  while (!content.empty()) {
    const ssize_t written = ::write(file.get(), content.data(), content.size());
    if (written < 0) {
      return fail(ErrorCode::kUnavailable, "cannot write " + path.string() + ": " + errno_text());
    }
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(file.get()) != 0) {
    return fail(ErrorCode::kUnavailable, "cannot sync " + path.string() + ": " + errno_text());
  }
  return {};
}

fs::path program_directory() {
  std::error_code ignored;
  return fs::read_symlink("/proc/self/exe", ignored).parent_path();
}

}  // namespace

Expected<std::string> read_file(const fs::path& path) {
  std::error_code status_error;
  const auto status = fs::status(path, status_error);
  if (!fs::exists(status)) {
    return fail(ErrorCode::kNotFound, "no file " + path.string());
  }
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  std::string content;
  std::array<char, 65536> block{};
  ssize_t bytes = -1;
  while (file.get() >= 0 && (bytes = ::read(file.get(), block.data(), block.size())) > 0) {
    content.append(block.data(), static_cast<std::size_t>(bytes));
  }
  if (bytes < 0) {
    return fail(ErrorCode::kUnavailable, "cannot read " + path.string() + ": " + errno_text());
  }
  return content;
}

ReadableFile::ReadableFile(fs::path path, int file, std::uint64_t size)
    : path_(std::move(path)), file_(file), size_(size) {}

ReadableFile::ReadableFile(ReadableFile&& other) noexcept
    : path_(std::move(other.path_)), file_(std::exchange(other.file_, -1)), size_(other.size_) {}

ReadableFile& ReadableFile::operator=(ReadableFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(file_, other.file_);
  std::swap(size_, other.size_);
  return *this;
}

ReadableFile::~ReadableFile() {
  if (file_ >= 0) {
    ::close(file_);
  }
}

Expected<ReadableFile> ReadableFile::open(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error)) {
    return fail(ErrorCode::kNotFound, "no file " + path.string());
  }
  ReadableFile file(path, ::open(path.c_str(), O_RDONLY | O_CLOEXEC), 0);
  if (file.file_ < 0) {
    return fail(ErrorCode::kUnavailable, "cannot read " + path.string() + ": " + errno_text());
  }
  file.size_ = fs::file_size(path, error);
  return error ? fail(ErrorCode::kUnavailable,
                      "cannot read " + path.string() + ": " + error.message())
               : Expected<ReadableFile>(std::move(file));
}

Expected<std::string> ReadableFile::read(std::uint64_t begin, std::size_t size) const {
  std::string content(size, '\0');
  std::size_t done = 0;
  while (done < size) {
    const ssize_t bytes =
        ::pread(file_, content.data() + done, size - done, static_cast<off_t>(begin + done));
    if (bytes <= 0) {
      return fail(ErrorCode::kUnavailable,
                  "cannot read " + path_.string() + ": " +
                      (bytes < 0 ? errno_text() : std::string("it ends too early")));
    }
    done += static_cast<std::size_t>(bytes);
  }
  return content;
}

Expected<void> write_file_atomically(const fs::path& path, std::string_view content) {
  fs::path temporary = path;
  temporary += ".new";
  std::error_code error;
  std::error_code ignored;
  if (auto written = write_and_sync(temporary, content); !written) {
    fs::remove(temporary, ignored);
    return written;
  }
  fs::rename(temporary, path, error);
  if (error) {
    fs::remove(temporary, ignored);
    return fail(ErrorCode::kUnavailable,
                "cannot replace " + path.string() + ": " + error.message());
  }
  return sync_directory(path.has_parent_path() ? path.parent_path() : fs::path("."));
}

Expected<void> sync_file(const fs::path& path) {
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0 || ::fsync(file.get()) != 0) {
    return fail(ErrorCode::kUnavailable, "cannot sync " + path.string() + ": " + errno_text());
  }
  return {};
}

Expected<void> sync_directory(const fs::path& directory) {
  return sync_file(directory);
}

Expected<fs::path> find_data_directory(const fs::path& configured) {
  std::vector<fs::path> candidates;
  if (!configured.empty()) {
    candidates = {configured};
  } else {
    // Read once at start, before any thread is made.
    if (const char* from_environment =
            std::getenv("KIERTOON_DATA")) {  // NOLINT(concurrency-mt-unsafe)
      candidates.emplace_back(from_environment);
    }
    candidates.emplace_back(KIERTOON_SOURCE_DATA_DIR);
    candidates.push_back(program_directory().parent_path() / "share" / "kiertoon");
  }
  std::string tried;
  for (const auto& candidate : candidates) {
    std::error_code ignored;
    if (fs::exists(candidate / "lexicon", ignored)) {
      return candidate;
    }
    tried += (tried.empty() ? "" : ", ") + candidate.string();
  }
  return fail(ErrorCode::kNotFound,
              "the data folder (with lexicon/, vocabulary/) is not at " + tried,
              "name it with --data or the environment's KIERTOON_DATA");
}

}  // namespace kiertoon
