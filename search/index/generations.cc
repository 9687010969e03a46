#include "search/index/generations.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/files.h"
#include "base/tsv.h"

namespace kiertoon {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "generation-";
constexpr std::string_view kCurrentFile = "current";
constexpr std::string_view kLockFile = "lock";
constexpr std::string_view kBuildHint =
    "build one: kiertoon-indexer build --source deeds.jsonl --index ";

bool is_empty_or_index(const fs::path& index) {
  std::error_code ignored;
  return fs::is_empty(index, ignored) || fs::exists(index / kLockFile, ignored) ||
         fs::exists(index / kCurrentFile, ignored);
}

}  // namespace

fs::path generation_path(const fs::path& index, std::string_view generation) {
  return index / generation;
}

fs::path database_path(const fs::path& generation_folder) {
  return generation_folder / "deeds";
}

fs::path deeds_path(const fs::path& generation_folder) {
  return generation_folder / "records";
}

fs::path similarity_path(const fs::path& generation_folder) {
  return generation_folder / "similarity";
}

fs::path words_path(const fs::path& generation_folder) {
  return generation_folder / "words";
}

fs::path completions_path(const fs::path& generation_folder) {
  return generation_folder / "completions";
}

Expected<std::string> current_generation(const fs::path& index) {
  std::error_code ignored;
  const std::string hint = std::string(kBuildHint) + index.string();
  if (!fs::exists(index, ignored)) {
    return fail(ErrorCode::kNotFound, "there is no index folder " + index.string(), hint);
  }
  if (!fs::is_directory(index, ignored)) {
    return fail(ErrorCode::kInvalidData, index.string() + " is not a folder", hint);
  }
  const auto content = read_file(index / kCurrentFile);
  if (!content) {
    if (!is_empty_or_index(index)) {
      return fail(
          ErrorCode::kInvalidData,
          "the folder " + index.string() + " is not a kiertoon index: it has no file `current`",
          hint);
    }
    return fail(ErrorCode::kNotFound,
                "the index folder " + index.string() + " has no generation yet",
                hint);
  }
  const std::string name(strip(*content));
  if (!name.starts_with(kPrefix) || name.find('/') != std::string::npos) {
    return fail(ErrorCode::kInvalidData,
                (index / kCurrentFile).string() +
                    " does not name a generation of a kiertoon index but \"" + name.substr(0, 60) +
                    "\"",
                hint);
  }
  if (!fs::is_directory(generation_path(index, name), ignored)) {
    return fail(ErrorCode::kInvalidData,
                (index / kCurrentFile).string() + " names the generation " + name +
                    ", which does not exist",
                hint);
  }
  return name;
}

Expected<void> make_current(const fs::path& index, std::string_view generation) {
  return write_file_atomically(index / kCurrentFile, std::string(generation) + "\n");
}

void remove_old_generations(const fs::path& index,
                            std::string_view current,
                            std::string_view previous) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(index, ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(kPrefix) && name != current && name != previous) {
      fs::remove_all(entry.path(), ignored);
    }
  }
}

Expected<std::unique_ptr<IndexLock>> IndexLock::acquire(const fs::path& index) {
  std::error_code error;
  fs::create_directories(index, error);
  if (error) {
    return fail(ErrorCode::kUnavailable,
                "cannot make the index folder " + index.string() + ": " + error.message());
  }
  if (!is_empty_or_index(index)) {
    return fail(ErrorCode::kInvalidData,
                "the folder " + index.string() + " holds something that is not a kiertoon index",
                "name an empty or a new folder");
  }
  const int file = ::open(
      (index / kLockFile).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR | S_IRGRP);
  if (file < 0) {
    return fail(ErrorCode::kUnavailable,
                "cannot write to the index folder " + index.string() + ": " +
                    std::system_category().message(errno));
  }
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    ::close(file);
    return fail(ErrorCode::kBusy,
                "another indexer is writing to " + index.string(),
                "wait until it has ended, or stop it");
  }
  return std::unique_ptr<IndexLock>(new IndexLock(file));
}

IndexLock::~IndexLock() {
  ::close(file_);
}

}  // namespace kiertoon
