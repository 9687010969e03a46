#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/byte_stream.h"

namespace kiertoon {

// Which entries of a completion table each document has: how often they stand in some documents is
// counted here without asking the index. Four bytes for each. Immutable once made, so thread-safe.
class DeedEntries {
 public:
  DeedEntries() = default;  // of no documents

  struct Pair {
    std::uint32_t document = 0;  // from 1
    std::uint32_t entry = 0;
    friend bool operator==(const Pair&, const Pair&) = default;
  };
  // `pairs` in any order, also repeated, of documents up to `last`.
  [[nodiscard]] static DeedEntries of(std::vector<Pair> pairs, std::uint32_t last);

  // Each once, ascending. `document` is from 1 to last().
  [[nodiscard]] std::span<const std::uint32_t> entries(std::uint32_t document) const {
    return std::span(entries_).subspan(begins_[document - 1],
                                       begins_[document] - begins_[document - 1]);
  }
  [[nodiscard]] std::uint32_t last() const {
    return begins_.empty() ? 0 : static_cast<std::uint32_t>(begins_.size() - 1);
  }

  // How many of the documents have each entry from `first` up to, not including, `last`.
  [[nodiscard]] std::vector<std::uint32_t> count(std::span<const std::uint32_t> documents,
                                                 std::uint32_t first,
                                                 std::uint32_t last) const;

  [[nodiscard]] std::size_t bytes() const {
    return (begins_.size() + entries_.size()) * sizeof(std::uint32_t);
  }

  void write(ByteWriter& writer) const;
  // Nothing when the bytes are not of so many documents, with entries below `entry_count`.
  [[nodiscard]] static std::optional<DeedEntries> read(ByteReader& reader,
                                                       std::uint64_t documents,
                                                       std::size_t entry_count);

 private:
  std::vector<std::uint32_t> begins_;  // of document d: [begins_[d - 1], begins_[d])
  std::vector<std::uint32_t> entries_;
};

}  // namespace kiertoon
