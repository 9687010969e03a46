#include "search/query/related_deeds.h"

#include <algorithm>

namespace kiertoon {
namespace {

// Of the cosine in the latent space: below it, deeds are as near as chance brings them. Chosen on
// kirjastonhoitaja-subjects.
constexpr double kLeastCosine = 0.2;

// The words' terms as the latent space knows them.
DeedProfile profile_of(const std::vector<PlannedWord>& words) {
  DeedProfile profile;
  for (const auto& word : words) {
    for (const auto& alternative : word.alternatives) {
      if (alternative.term_class != TermClass::kBase) {
        profile.terms.push_back({alternative.term, 1});
      }
    }
  }
  std::sort(profile.terms.begin(), profile.terms.end(), [](const auto& a, const auto& b) {
    return a.term < b.term;
  });
  profile.terms.erase(std::unique(profile.terms.begin(),
                                  profile.terms.end(),
                                  [](const auto& a, const auto& b) { return a.term == b.term; }),
                      profile.terms.end());
  return profile;
}

}  // namespace

std::vector<ScoredDeed> related_deeds(const SimilarityModel& model,
                                      const std::vector<PlannedWord>& words,
                                      std::size_t count,
                                      const std::function<bool(std::uint32_t)>& may_answer) {
  if (model.dimensions() == 0 || words.empty() || count == 0) {
    return {};
  }
  return model.nearest_in_space(
      model.vector_of(profile_of(words)), {.count = count, .least = kLeastCosine}, may_answer);
}

}  // namespace kiertoon
