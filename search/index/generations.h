#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"

namespace kiertoon {

// The folder of an index: generations side by side ("generation-..."), a small file `current` that
// names the one in use, and a lock file. Functions here know the layout; nobody else does.

// Name of the generation in use. Fails with kNotFound, and a hint, when there is none.
[[nodiscard]] Expected<std::string> current_generation(const std::filesystem::path& index);

// The folder of a generation.
[[nodiscard]] std::filesystem::path generation_path(const std::filesystem::path& index,
                                                    std::string_view generation);

// The Xapian database of a generation: its documents are the deeds, numbered from 1 by id.
[[nodiscard]] std::filesystem::path database_path(const std::filesystem::path& generation_folder);

// The file with a generation's DeedStore: the records of those documents.
[[nodiscard]] std::filesystem::path deeds_path(const std::filesystem::path& generation_folder);

// The file with a generation's SimilarityCorpus.
[[nodiscard]] std::filesystem::path similarity_path(const std::filesystem::path& generation_folder);

// The file with a generation's WordList.
[[nodiscard]] std::filesystem::path words_path(const std::filesystem::path& generation_folder);

// The file with a generation's Completions.
[[nodiscard]] std::filesystem::path completions_path(
    const std::filesystem::path& generation_folder);

// Makes `generation` the one in use: durable, and in one step.
[[nodiscard]] Expected<void> make_current(const std::filesystem::path& index,
                                          std::string_view generation);

// Removes generations that are neither `current` nor `previous`; what cannot be removed stays.
void remove_old_generations(const std::filesystem::path& index,
                            std::string_view current,
                            std::string_view previous);

// Held by the one who writes to an index; given back when destroyed, or when the process dies.
class IndexLock {
 public:
  // Makes the folder when it is missing. Fails with kBusy while somebody else holds the lock, with
  // kInvalidData when the folder holds something that is not an index.
  [[nodiscard]] static Expected<std::unique_ptr<IndexLock>> acquire(
      const std::filesystem::path& index);
  ~IndexLock();
  IndexLock(const IndexLock&) = delete;
  IndexLock& operator=(const IndexLock&) = delete;
  IndexLock(IndexLock&&) = delete;
  IndexLock& operator=(IndexLock&&) = delete;

 private:
  explicit IndexLock(int file) : file_(file) {}
  int file_;
};

}  // namespace kiertoon
