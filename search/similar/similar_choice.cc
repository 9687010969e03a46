#include "search/similar/similar_choice.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

#include "search/similar/text_sketch.h"

namespace kiertoon {
namespace {

// Deeds of each organisation chosen so far; a joint deed counts for all its own.
class OrganisationCounts {
 public:
  OrganisationCounts(const FacetColumns& columns, std::size_t most)
      : columns_(columns), most_(most) {}

  [[nodiscard]] bool has_room_for(std::uint32_t document) const {
    const auto organisations = columns_.ordinals(Facet::kOrganisation, document);
    return most_ == 0 ||
           std::all_of(organisations.begin(), organisations.end(), [this](std::uint32_t ordinal) {
             const auto count = counts_.find(ordinal);
             return count == counts_.end() || count->second < most_;
           });
  }

  void add(std::uint32_t document) {
    for (const std::uint32_t ordinal : columns_.ordinals(Facet::kOrganisation, document)) {
      ++counts_[ordinal];
    }
  }

 private:
  const FacetColumns& columns_;
  std::size_t most_;
  std::map<std::uint32_t, std::size_t> counts_;
};

// Maximal marginal relevance: what a deed is like, less what the chosen ones already say.
class MarginalRelevance {
 public:
  MarginalRelevance(const std::vector<ScoredDeed>& candidates,
                    const SimilarityModel& model,
                    double diversity)
      : candidates_(candidates),
        model_(model),
        diversity_(diversity),
        nearest_chosen_(candidates.size(), 0.0) {}

  [[nodiscard]] double of(std::size_t candidate) const {
    return (1 - diversity_) * candidates_[candidate].score -
           diversity_ * nearest_chosen_[candidate];
  }

  void choose(const ScoredDeed& chosen) {
    for (std::size_t i = 0; diversity_ > 0 && i < candidates_.size(); ++i) {
      nearest_chosen_[i] =
          std::max(nearest_chosen_[i], model_.similarity(chosen.document, candidates_[i].document));
    }
  }

 private:
  const std::vector<ScoredDeed>& candidates_;
  const SimilarityModel& model_;
  double diversity_;
  std::vector<double> nearest_chosen_;  // similarity to the nearest deed chosen so far
};

// Chooses one deed after the other.
class Chooser {
 public:
  Chooser(const std::vector<ScoredDeed>& candidates,
          const SimilarityModel& model,
          const FacetColumns& columns,
          const SimilarRequest& request)
      : candidates_(candidates),
        model_(model),
        organisations_(columns, request.max_per_organisation),
        relevance_(candidates, model, request.diversity),
        is_taken_(candidates.size(), false) {}

  // The next deed to show; nothing when no candidate is left.
  [[nodiscard]] std::optional<ChosenDeed> next() {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (!is_taken_[i] && (!best || relevance_.of(i) > relevance_.of(*best)) &&
          organisations_.has_room_for(candidates_[i].document)) {
        best = i;
      }
    }
    if (!best) {
      return std::nullopt;
    }
    is_taken_[*best] = true;
    ChosenDeed chosen{.deed = candidates_[*best], .duplicates = {}};
    organisations_.add(chosen.deed.document);
    relevance_.choose(chosen.deed);
    fold_duplicates(chosen);
    return chosen;
  }

 private:
  void fold_duplicates(ChosenDeed& chosen) {
    const TextSketch& sketch = model_.sketch(chosen.deed.document);
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (!is_taken_[i] && is_near_duplicate(sketch, model_.sketch(candidates_[i].document))) {
        is_taken_[i] = true;
        chosen.duplicates.push_back(candidates_[i].document);
      }
    }
  }

  const std::vector<ScoredDeed>& candidates_;
  const SimilarityModel& model_;
  OrganisationCounts organisations_;
  MarginalRelevance relevance_;
  std::vector<bool> is_taken_;
};

}  // namespace

std::vector<ChosenDeed> choose_deeds(const std::vector<ScoredDeed>& nearest,
                                     const SimilarityModel& model,
                                     const FacetColumns& columns,
                                     const SimilarRequest& request) {
  Chooser chooser(nearest, model, columns, request);
  std::vector<ChosenDeed> chosen;
  while (chosen.size() < request.limit) {
    auto next = chooser.next();
    if (!next) {
      break;
    }
    chosen.push_back(std::move(*next));
  }
  return chosen;
}

}  // namespace kiertoon
