#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace kiertoon {

// A set of documents of one generation, a bit each: of 100,000 deeds 12.5 KB, which two sets are
// compared in a few microseconds. Sets that meet in an operation are of one generation.
class DocumentSet {
 public:
  // None of the documents 1 to `last`.
  explicit DocumentSet(std::uint32_t last);
  [[nodiscard]] static DocumentSet all(std::uint32_t last);

  // `document` is from 1 to last().
  void insert(std::uint32_t document) {
    words_[document / kBits] |= std::uint64_t{1} << (document % kBits);
  }
  [[nodiscard]] bool contains(std::uint32_t document) const {
    return ((words_[document / kBits] >> (document % kBits)) & 1U) != 0;
  }

  DocumentSet& operator|=(const DocumentSet& other);
  DocumentSet& operator&=(const DocumentSet& other);
  DocumentSet& operator-=(const DocumentSet& other);

  [[nodiscard]] std::uint32_t last() const { return last_; }
  [[nodiscard]] std::size_t count() const;
  [[nodiscard]] std::size_t count_shared(const DocumentSet& other) const;
  [[nodiscard]] bool empty() const;

  // Calls `visit` with each document, ascending.
  template <typename Visitor>
  void for_each(Visitor visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1) {
        visit(static_cast<std::uint32_t>(i * kBits) +
              static_cast<std::uint32_t>(std::countr_zero(rest)));
      }
    }
  }

 private:
  static constexpr std::uint32_t kBits = 64;

  std::uint32_t last_;
  std::vector<std::uint64_t> words_;
};

}  // namespace kiertoon
