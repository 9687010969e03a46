#include "search/report/story_clusters.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <queue>
#include <tuple>
#include <utility>

namespace kiertoon {
namespace {

struct Link {
  double similarity = 0.0;
  std::size_t first = 0;  // less than second
  std::size_t second = 0;
  std::size_t joined_before = 0;  // how many times the two had been joined with others

  // The most alike on top of a heap, then those with the lowest numbers.
  friend bool operator<(const Link& a, const Link& b) {
    return std::tie(a.similarity, b.first, b.second) < std::tie(b.similarity, a.first, a.second);
  }
};

class Clustering {
 public:
  Clustering(PairSimilarities similarities, double threshold)
      : similarities_(std::move(similarities)),
        threshold_(threshold),
        members_(similarities_.count()),
        joined_(similarities_.count(), 0) {
    for (std::size_t i = 0; i < members_.size(); ++i) {
      members_[i] = {i};
      for (std::size_t j = i + 1; j < members_.size(); ++j) {
        link(i, j);
      }
    }
  }

  std::vector<std::vector<std::size_t>> run() {
    while (!links_.empty()) {
      const Link best = links_.top();
      links_.pop();
      if (is_current(best)) {
        join(best.first, best.second);
      }
    }
    std::vector<std::vector<std::size_t>> clusters;
    for (auto& members : members_) {
      if (members.size() > 1) {
        std::sort(members.begin(), members.end());
        clusters.push_back(std::move(members));
      }
    }
    return clusters;
  }

 private:
  void link(std::size_t a, std::size_t b) {
    const double similarity = similarities_.of(a, b);
    if (similarity >= threshold_) {
      links_.push({.similarity = similarity,
                   .first = std::min(a, b),
                   .second = std::max(a, b),
                   .joined_before = joined_[a] + joined_[b]});
    }
  }

  [[nodiscard]] bool is_current(const Link& link) const {
    return !members_[link.first].empty() && !members_[link.second].empty() &&
           link.joined_before == joined_[link.first] + joined_[link.second];
  }

  // The first takes the members of the second.
  void join(std::size_t first, std::size_t second) {
    const auto first_size = static_cast<double>(members_[first].size());
    const auto second_size = static_cast<double>(members_[second].size());
    members_[first].insert(members_[first].end(), members_[second].begin(), members_[second].end());
    members_[second].clear();
    ++joined_[first];
    for (std::size_t other = 0; other < members_.size(); ++other) {
      if (other != first && !members_[other].empty()) {
        similarities_.set(first,
                          other,
                          (first_size * similarities_.of(first, other) +
                           second_size * similarities_.of(second, other)) /
                              (first_size + second_size));
        link(first, other);
      }
    }
  }

  PairSimilarities similarities_;  // between clusters that are not empty
  double threshold_;
  std::vector<std::vector<std::size_t>> members_;  // by the lowest number of a cluster
  std::vector<std::size_t> joined_;
  std::priority_queue<Link> links_;
};

}  // namespace

double mean_similarity(const PairSimilarities& similarities,
                       const std::vector<std::size_t>& members) {
  double sum = 0.0;
  for (std::size_t i = 0; i < members.size(); ++i) {
    for (std::size_t j = i + 1; j < members.size(); ++j) {
      sum += similarities.of(members[i], members[j]);
    }
  }
  return sum / (static_cast<double>(members.size() * (members.size() - 1)) / 2.0);
}

std::vector<std::vector<std::size_t>> average_linkage(const PairSimilarities& similarities,
                                                      double threshold) {
  return Clustering(similarities, threshold).run();
}

}  // namespace kiertoon
