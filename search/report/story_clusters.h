#pragma once

#include <cstddef>
#include <vector>

namespace kiertoon {

// How alike things are, pair by pair; 0 until set.
class PairSimilarities {
 public:
  explicit PairSimilarities(std::size_t count) : count_(count), values_(count * count, 0.0F) {}

  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] double of(std::size_t a, std::size_t b) const { return values_[a * count_ + b]; }
  void set(std::size_t a, std::size_t b, double similarity) {
    values_[a * count_ + b] = values_[b * count_ + a] = static_cast<float>(similarity);
  }

 private:
  std::size_t count_;
  std::vector<float> values_;
};

// The mean similarity over the pairs of `members`, of which there are two or more.
[[nodiscard]] double mean_similarity(const PairSimilarities& similarities,
                                     const std::vector<std::size_t>& members);

// Things that are alike on the whole: joins the two clusters whose members are most alike on
// average, until no two reach `threshold` (average linkage: Sokal, Michener, 1958). Unlike joining
// over single pairs, no chain of pairs brings things together that are not alike themselves.
// Clusters of one are left out; members ascend; clusters come in order of their first member.
[[nodiscard]] std::vector<std::vector<std::size_t>> average_linkage(
    const PairSimilarities& similarities, double threshold);

}  // namespace kiertoon
