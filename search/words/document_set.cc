#include "search/words/document_set.h"

#include <algorithm>
#include <bit>

namespace kiertoon {

DocumentSet::DocumentSet(std::uint32_t last) : last_(last), words_(last / kBits + 1) {}

DocumentSet DocumentSet::all(std::uint32_t last) {
  DocumentSet set(last);
  std::fill(set.words_.begin(), set.words_.end(), ~std::uint64_t{0});
  set.words_.front() &= ~std::uint64_t{1};  // there is no document 0
  const std::uint32_t used = last % kBits + 1;
  if (used < kBits) {
    set.words_.back() &= (std::uint64_t{1} << used) - 1;
  }
  return set;
}

DocumentSet& DocumentSet::operator|=(const DocumentSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    words_[i] |= other.words_[i];
  }
  return *this;
}

DocumentSet& DocumentSet::operator&=(const DocumentSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    words_[i] &= other.words_[i];
  }
  return *this;
}

DocumentSet& DocumentSet::operator-=(const DocumentSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    words_[i] &= ~other.words_[i];
  }
  return *this;
}

std::size_t DocumentSet::count() const {
  std::size_t count = 0;
  for (const std::uint64_t word : words_) {
    count += static_cast<std::size_t>(std::popcount(word));
  }
  return count;
}

std::size_t DocumentSet::count_shared(const DocumentSet& other) const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    count += static_cast<std::size_t>(std::popcount(words_[i] & other.words_[i]));
  }
  return count;
}

bool DocumentSet::empty() const {
  return std::all_of(words_.begin(), words_.end(), [](std::uint64_t word) { return word == 0; });
}

}  // namespace kiertoon
