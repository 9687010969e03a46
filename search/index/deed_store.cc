#include "search/index/deed_store.h"

#include <array>
#include <utility>

#include <xapian.h>

#include "base/byte_stream.h"

namespace kiertoon {
namespace {

// The file: magic and version, the records, the table of entries and ids, the table's place.
constexpr std::array<char, 8> kMagic{'k', 'i', 'e', 'r', 'd', 'e', 'd', '\n'};
constexpr std::uint32_t kVersion = 2;
constexpr std::size_t kHeaderSize = sizeof(kMagic) + sizeof(kVersion);
constexpr std::size_t kTrailerSize = sizeof(std::uint64_t);
constexpr const char* kHint = "build the index anew: kiertoon-indexer build";

tl::unexpected<Error> damaged(const std::filesystem::path& path) {
  return fail(
      ErrorCode::kInvalidData, "the deeds of the index are damaged: " + path.string(), kHint);
}

Expected<void> check_header(const ReadableFile& file) {
  const auto bytes = file.read(0, kHeaderSize);
  if (!bytes) {
    return tl::unexpected(bytes.error());
  }
  ByteReader reader(*bytes);
  if (reader.value<std::array<char, 8>>() != kMagic) {
    return damaged(file.path());
  }
  return reader.value<std::uint32_t>() == kVersion
             ? Expected<void>()
             : fail(ErrorCode::kVersionMismatch,
                    file.path().string() + " was made by another version of this program",
                    kHint);
}

template <typename T>
T whole(Expected<T> decoded) {
  if (!decoded) {
    throw Xapian::DatabaseCorruptError(decoded.error().message);
  }
  return std::move(*decoded);
}

}  // namespace

DeedStoreWriter::DeedStoreWriter(std::filesystem::path path)
    : path_(std::move(path)), file_(path_, std::ios::binary | std::ios::trunc) {}

Expected<DeedStoreWriter> DeedStoreWriter::create(const std::filesystem::path& path) {
  DeedStoreWriter writer(path);
  if (!writer.file_) {
    return fail(ErrorCode::kUnavailable, "cannot write " + path.string());
  }
  ByteWriter header;
  header.value(kMagic);
  header.value(kVersion);
  writer.file_ << header.take();
  writer.size_ = kHeaderSize;
  return writer;
}

void DeedStoreWriter::add(std::string_view id, std::string_view record) {
  file_ << record;
  ids_ += id;
  size_ += record.size();
  entries_.push_back({.record_end = size_, .id_end = ids_.size()});
}

Expected<void> DeedStoreWriter::finish() {
  ByteWriter tables;
  tables.values(std::span<const DeedStoreEntry>(entries_));
  tables.text(ids_);
  tables.value(size_);
  file_ << tables.take();
  file_.close();
  return file_ ? sync_file(path_)
               : fail(ErrorCode::kUnavailable, "cannot write all of " + path_.string());
}

Expected<DeedStore> DeedStore::open(const std::filesystem::path& path) {
  auto file = ReadableFile::open(path);
  if (!file) {
    return tl::unexpected(file.error());
  }
  if (file->size() < kHeaderSize + kTrailerSize) {
    return damaged(path);
  }
  if (auto checked = check_header(*file); !checked) {
    return tl::unexpected(checked.error());
  }
  const std::uint64_t trailer = file->size() - kTrailerSize;
  const auto end = file->read(trailer, kTrailerSize);
  if (!end) {
    return tl::unexpected(end.error());
  }
  const std::uint64_t records_end = ByteReader(*end).value<std::uint64_t>().value_or(0);
  if (records_end < kHeaderSize || records_end > trailer) {
    return damaged(path);
  }
  const auto tables = file->read(records_end, trailer - records_end);
  if (!tables) {
    return tl::unexpected(tables.error());
  }
  ByteReader reader(*tables);
  auto entries = reader.values<DeedStoreEntry>();
  const auto ids = reader.text();
  if (!entries || !ids || !reader.at_end()) {
    return damaged(path);
  }
  DeedStore store(std::move(*file));
  store.entries_ = std::move(*entries);
  store.ids_ = *ids;
  return store.is_whole(records_end) ? Expected<DeedStore>(std::move(store)) : damaged(path);
}

// Records and ids follow each other without a gap.
bool DeedStore::is_whole(std::uint64_t records_end) const {
  DeedStoreEntry last{.record_end = kHeaderSize, .id_end = 0};
  for (const auto& entry : entries_) {
    if (entry.record_end <= last.record_end || entry.id_end <= last.id_end) {
      return false;
    }
    last = entry;
  }
  return last.record_end == records_end && last.id_end == ids_.size();
}

std::string_view DeedStore::id(std::uint32_t document) const {
  const std::uint64_t begin = document > 1 ? entries_.at(document - 2).id_end : 0;
  return std::string_view(ids_).substr(begin, entries_.at(document - 1).id_end - begin);
}

std::string DeedStore::read(std::uint32_t document) const {
  const std::uint64_t begin = document > 1 ? entries_.at(document - 2).record_end : kHeaderSize;
  auto bytes = file_.read(begin, entries_.at(document - 1).record_end - begin);
  if (!bytes) {
    throw Xapian::DatabaseError(bytes.error().message);
  }
  return std::move(*bytes);
}

DeedRecord DeedStore::record(std::uint32_t document) const {
  return whole(decode_deed_record(read(document)));
}

Deed DeedStore::deed(std::uint32_t document) const {
  return whole(decode_deed_of_record(read(document)));
}

}  // namespace kiertoon
