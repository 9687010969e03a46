#include "bench/eval/metrics.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace kiertoon {
namespace {

int grade_of(const std::string& id, const Judgements& judgements) {
  const auto found = judgements.find(id);
  return found == judgements.end() ? 0 : std::max(found->second, 0);
}

double discounted(int grade, std::size_t rank) {
  return grade / std::log2(static_cast<double>(rank + 1));
}

double ideal_gain(std::size_t depth, const Judgements& judgements) {
  std::vector<int> grades;
  for (const auto& [id, grade] : judgements) {
    grades.push_back(std::max(grade, 0));
  }
  std::sort(grades.begin(), grades.end(), std::greater<>());
  double gain = 0;
  for (std::size_t i = 0; i < std::min(depth, grades.size()); ++i) {
    gain += discounted(grades[i], i + 1);
  }
  return gain;
}

std::size_t count_relevant(Ranking ranking, const Judgements& judgements) {
  return static_cast<std::size_t>(
      std::count_if(ranking.begin(), ranking.end(), [&](const std::string& id) {
        return grade_of(id, judgements) > 0;
      }));
}

}  // namespace

double ndcg_at(std::size_t depth, Ranking ranking, const Judgements& judgements) {
  double gain = 0;
  for (std::size_t i = 0; i < std::min(depth, ranking.size()); ++i) {
    gain += discounted(grade_of(ranking[i], judgements), i + 1);
  }
  const double ideal = ideal_gain(depth, judgements);
  return ideal > 0 ? gain / ideal : 0;
}

double recall_at(std::size_t depth, Ranking ranking, const Judgements& judgements) {
  const auto relevant = std::count_if(
      judgements.begin(), judgements.end(), [](const auto& entry) { return entry.second > 0; });
  const std::size_t found =
      count_relevant(ranking.first(std::min(depth, ranking.size())), judgements);
  return relevant > 0 ? static_cast<double>(found) / static_cast<double>(relevant) : 0;
}

double precision_at(std::size_t depth, Ranking ranking, const Judgements& judgements) {
  const std::size_t found =
      count_relevant(ranking.first(std::min(depth, ranking.size())), judgements);
  return depth > 0 ? static_cast<double>(found) / static_cast<double>(depth) : 0;
}

double reciprocal_rank_at(std::size_t depth, Ranking ranking, const Judgements& judgements) {
  for (std::size_t i = 0; i < std::min(depth, ranking.size()); ++i) {
    if (grade_of(ranking[i], judgements) > 0) {
      return 1.0 / static_cast<double>(i + 1);
    }
  }
  return 0;
}

double percentile(std::vector<double> values, double share) {
  if (values.empty()) {
    return 0;
  }
  std::sort(values.begin(), values.end());
  const double rank = std::ceil(share * static_cast<double>(values.size()));
  const auto index = static_cast<std::size_t>(std::max(rank, 1.0)) - 1;
  return values[std::min(index, values.size() - 1)];
}

}  // namespace kiertoon
