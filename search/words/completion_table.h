#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_stream.h"

namespace kiertoon {

// A text that can be completed to.
struct CompletionText {
  std::string text;
  std::uint32_t weight = 0;  // the higher, the sooner it is shown
  std::uint32_t tag = 0;     // what it stands for; its owner knows
};

// Where a text may begin to match what is typed.
enum class CompletionStarts : std::uint8_t { kFirstWord, kAnyWord };

// Texts that are found by how their words begin, in any spelling that has the same
// completion_key(). A sorted list of starts is narrowed letter by letter. Takes the text, its key,
// and 8 bytes a start and 16 an entry. Immutable once made, so thread-safe.
class CompletionTable {
 public:
  // Starts that follow each other.
  struct Range {
    std::uint32_t first = 0;
    std::uint32_t last = 0;  // not included
    [[nodiscard]] bool empty() const { return first == last; }
    [[nodiscard]] std::uint32_t size() const { return last - first; }
  };

  CompletionTable() = default;  // of nothing
  // Texts without a key are left out.
  CompletionTable(const std::vector<CompletionText>& texts, CompletionStarts starts);

  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] std::size_t bytes() const;

  // Of an entry, a number below size().
  [[nodiscard]] std::string_view text(std::uint32_t entry) const;
  [[nodiscard]] std::string_view key(std::uint32_t entry) const;
  [[nodiscard]] std::uint32_t weight(std::uint32_t entry) const { return entries_[entry].weight; }
  [[nodiscard]] std::uint32_t tag(std::uint32_t entry) const { return entries_[entry].tag; }

  // Of a start, a number below all().last: its entry, and where in the entry's key it is.
  [[nodiscard]] std::uint32_t entry_at(std::uint32_t start) const { return starts_[start].entry; }
  [[nodiscard]] std::uint32_t key_offset(std::uint32_t start) const {
    return starts_[start].key - entries_[starts_[start].entry].key;
  }

  [[nodiscard]] Range all() const { return {0, static_cast<std::uint32_t>(starts_.size())}; }

  // Whether each text has one start, of its own number: entries are in the order of their keys.
  [[nodiscard]] bool is_in_key_order() const;

  // Starts whose key begins with `prefix`, a completion_key().
  [[nodiscard]] Range find(std::string_view prefix) const;

  // The entry of just this text, or the first one of just this key.
  [[nodiscard]] std::optional<std::uint32_t> find_text(std::string_view text) const;
  [[nodiscard]] std::optional<std::uint32_t> find_key(std::string_view key) const;

  // Those with one typing error in `prefix`: a letter too many, too few, another one, or two
  // swapped (Damerau 1964). Ranges do not overlap each other.
  [[nodiscard]] std::vector<Range> find_near(std::string_view prefix) const;

  void write(ByteWriter& writer) const;
  // Nothing when the bytes are not a table's.
  [[nodiscard]] static std::optional<CompletionTable> read(ByteReader& reader);

 private:
  // Both part of the file's format. Keys end with a zero byte.
  struct Entry {
    std::uint32_t key = 0;   // where it begins in keys_
    std::uint32_t text = 0;  // in texts_; ends where the next one begins
    std::uint32_t weight = 0;
    std::uint32_t tag = 0;
  };
  struct Start {
    std::uint32_t key = 0;
    std::uint32_t entry = 0;
  };

  [[nodiscard]] const char* key_at(std::uint32_t start) const {
    return keys_.c_str() + starts_[start].key;
  }
  // Those of `range`, whose keys share their first `depth` bytes, that have `c` next.
  [[nodiscard]] Range narrow(Range range, std::size_t depth, char c) const;
  [[nodiscard]] Range narrow(Range range, std::size_t depth, std::string_view rest) const;
  void add_starts(std::uint32_t entry, CompletionStarts starts);
  void sort_starts();
  void find_near_here(Range range,
                      std::size_t depth,
                      std::string_view rest,
                      std::vector<Range>& found) const;
  [[nodiscard]] bool is_whole() const;

  std::string keys_;
  std::string texts_;
  std::vector<Entry> entries_;
  std::vector<Start> starts_;  // by key
};

}  // namespace kiertoon
