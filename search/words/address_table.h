#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kiertoon {

// Address -> number, for look-ups by the million: entries of 16 bytes side by side, probed one
// after the other. Not thread-safe.
class AddressTable {
 public:
  struct Entry {
    const void* address = nullptr;  // null: free
    std::uint32_t number = 0;
    std::uint32_t mark = 0;  // the caller's
  };

  // The entry of an address, or nullptr. Valid until the next insert().
  [[nodiscard]] Entry* find(const void* address) {
    if (entries_.empty()) {
      return nullptr;
    }
    Entry& entry = entries_[place_of(address)];
    return entry.address == nullptr ? nullptr : &entry;
  }

  // `address` is not null, and not in the table yet.
  Entry& insert(const void* address, std::uint32_t number);

  void clear();
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  // Where the address is, or would be.
  [[nodiscard]] std::size_t place_of(const void* address) const;
  void grow();

  std::vector<Entry> entries_;  // as many as a power of two, at most half of them taken
  std::size_t size_ = 0;
};

}  // namespace kiertoon
