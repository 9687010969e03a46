#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "search/words/word_list.h"

namespace kiertoon {

// A word of the list that may have been meant.
struct NearWord {
  WordList::Number number = 0;
  int cost = 0;  // see spelling_cost()
};

// Numbers in buckets by hash; who looks a hash up gets the others of its bucket too.
class NumberBuckets {
 public:
  struct Item {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;
  };
  NumberBuckets() = default;
  explicit NumberBuckets(std::span<const Item> items);

  [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t hash) const;

 private:
  std::vector<std::uint32_t> begins_;  // of bucket b: [begins_[b], begins_[b + 1])
  std::vector<std::uint32_t> numbers_;
};

// Finds the words of a list that are spelt nearly as a given one. Takes some 30 bytes a word, and
// 0.2 microseconds a word to make. Immutable once made, so thread-safe.
//
// Words within k edits of each other share one of k + 1 segments that the one is cut into, almost
// at the same place (Li, Deng, Wang, Feng: PASS-JOIN: a partition-based method for similarity
// joins, PVLDB 2011). Words are cut without their dots, which are no edits then.
class NearWords {
 public:
  NearWords() = default;  // of no words
  // `words` must outlive this.
  explicit NearWords(const WordList& words);

  // Words with the skeleton of `folded`, and the word itself if it is one. In no order.
  [[nodiscard]] std::vector<NearWord> with_skeleton_of(std::string_view folded) const;

  // Words that cost at most `most`, and are one edit or swap away, dots aside; of words with
  // kShortestForTwo letters or more those two edits away too, of which a swap counts for two. In no
  // order.
  [[nodiscard]] std::vector<NearWord> within(std::string_view folded, int most) const;

  static constexpr std::size_t kShortestForTwo = 8;

 private:
  struct Shape {
    std::uint32_t letters = 0;  // which letters the word has, a bit each
    std::uint8_t size = 0;      // bytes
  };
  [[nodiscard]] static Shape shape_of(std::string_view bare);
  [[nodiscard]] std::vector<std::uint32_t> sharing_a_segment(std::string_view bare) const;
  // Adds those of so many bytes; some several times.
  void add_sharing(std::string_view bare,
                   std::size_t size,
                   std::vector<std::uint32_t>& numbers) const;

  const WordList* words_ = nullptr;
  NumberBuckets by_skeleton_;
  NumberBuckets by_segment_;
  std::vector<std::uint32_t> letters_;  // of the words without dots
  std::vector<std::uint8_t> sizes_;
};

}  // namespace kiertoon
