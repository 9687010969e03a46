#include "search/words/address_table.h"

#include <utility>

namespace kiertoon {
namespace {

constexpr std::size_t kLeastEntries = 1024;

}  // namespace

// Fibonacci hashing (Knuth, The Art of Computer Programming, 3, 6.4), of which the high bits are
// the good ones.
std::size_t AddressTable::place_of(const void* address) const {
  constexpr std::uint64_t kGoldenRatio = 0x9E3779B97F4A7C15U;
  constexpr unsigned kHighBits = 32;
  const std::uint64_t hash = reinterpret_cast<std::uintptr_t>(address) * kGoldenRatio;
  const std::size_t mask = entries_.size() - 1;
  std::size_t place = (hash >> kHighBits) & mask;
  while (entries_[place].address != nullptr && entries_[place].address != address) {
    place = (place + 1) & mask;
  }
  return place;
}

void AddressTable::grow() {
  const auto old = std::exchange(
      entries_, std::vector<Entry>(entries_.empty() ? kLeastEntries : 2 * entries_.size()));
  for (const Entry& entry : old) {
    if (entry.address != nullptr) {
      entries_[place_of(entry.address)] = entry;
    }
  }
}

AddressTable::Entry& AddressTable::insert(const void* address, std::uint32_t number) {
  if (2 * (size_ + 1) > entries_.size()) {
    grow();
  }
  ++size_;
  Entry& entry = entries_[place_of(address)];
  entry = {.address = address, .number = number, .mark = 0};
  return entry;
}

void AddressTable::clear() {
  entries_.clear();
  size_ = 0;
}

}  // namespace kiertoon
