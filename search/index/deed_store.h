#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "search/index/deed_record.h"

namespace kiertoon {

// The records of a generation's deeds lie in a file of their own: they are written once and read
// whole, and the database would deflate each.

// Where the record of a deed ends, and its id among the ids.
struct DeedStoreEntry {
  std::uint64_t record_end = 0;  // bytes into the file
  std::uint64_t id_end = 0;      // bytes into the ids
};

// Writes the file, deed by deed in the order of their document numbers. Not thread-safe.
class DeedStoreWriter {
 public:
  // Fails with kUnavailable, naming the path.
  [[nodiscard]] static Expected<DeedStoreWriter> create(const std::filesystem::path& path);

  // `record`: what encode_deed_record() made. A failure to write shows in finish().
  void add(std::string_view id, std::string_view record);

  // Makes the file whole and durable. Fails with kUnavailable, naming the path.
  [[nodiscard]] Expected<void> finish();

 private:
  explicit DeedStoreWriter(std::filesystem::path path);

  std::filesystem::path path_;
  std::ofstream file_;
  std::uint64_t size_ = 0;
  std::vector<DeedStoreEntry> entries_;
  std::string ids_;
};

// Reads it. Immutable, so thread-safe.
class DeedStore {
 public:
  // Fails with kNotFound or kUnavailable when the file cannot be read, with kInvalidData or
  // kVersionMismatch when it is not what DeedStoreWriter writes.
  [[nodiscard]] static Expected<DeedStore> open(const std::filesystem::path& path);

  // Document numbers run from 1 to this.
  [[nodiscard]] std::size_t deed_count() const { return entries_.size(); }

  // Valid as long as the store is.
  [[nodiscard]] std::string_view id(std::uint32_t document) const;

  // Throws Xapian::DatabaseCorruptError when the record is damaged, and DatabaseError when it
  // cannot be read: one guard serves the database and what lies beside it.
  [[nodiscard]] DeedRecord record(std::uint32_t document) const;

  // The record without its token table, likewise.
  [[nodiscard]] Deed deed(std::uint32_t document) const;

 private:
  explicit DeedStore(ReadableFile file) : file_(std::move(file)) {}
  [[nodiscard]] bool is_whole(std::uint64_t records_end) const;
  [[nodiscard]] std::string read(std::uint32_t document) const;

  ReadableFile file_;
  std::vector<DeedStoreEntry> entries_;
  std::string ids_;
};

}  // namespace kiertoon
