#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "search/index/deed_store.h"
#include "search/report/briefing.h"
#include "search/similar/similarity_model.h"

namespace kiertoon {

// Two deeds of one organisation and different years that are at least so alike may be versions of
// one deed: of the example deeds, the five that tell an earlier one again in other words are alike
// to 0.77-0.81, and so are eight pairs of different deeds, so that a reader has to decide.
inline constexpr double kVersionSimilarity = 0.77;

// Looks around one candidate after the other. Not thread-safe.
class CandidateBriefer {
 public:
  // All must outlive this. Throws what Xapian throws.
  CandidateBriefer(const Snapshot& snapshot, Analyzer& analyzer, const Catalogue& catalogue);

  // Throws what Xapian throws.
  [[nodiscard]] BriefedDeed brief(const DeedFacts& deed, std::size_t neighbours) const;

  // Words that most of the deeds share, as the first one writes them.
  [[nodiscard]] std::vector<std::string> common_words(
      const std::vector<const DeedFacts*>& deeds) const;

 private:
  struct Ranked {
    const DeedFacts* deed = nullptr;
    double similarity = 0.0;
  };

  // A candidate, with what is read of it.
  struct Candidate {
    const DeedFacts& deed;
    DeedVector vector;
    DeedRecord record;
  };

  [[nodiscard]] std::vector<Ranked> rank(const Candidate& candidate) const;
  [[nodiscard]] std::optional<VersionKind> version_kind(const DeedFacts& candidate,
                                                        const Ranked& other) const;
  // Nothing when no word and no theme can be given as a reason.
  [[nodiscard]] std::optional<BriefedNeighbour> neighbour(const Candidate& candidate,
                                                          const Ranked& other) const;
  static void add_chain(BriefedDeed& briefed, std::vector<Ranked> chain);
  [[nodiscard]] std::vector<std::string> new_words(const BriefedDeed& briefed,
                                                   const DeedRecord& record) const;
  [[nodiscard]] std::vector<std::string> words_for(const DeedRecord& record,
                                                   const std::vector<WeightedTerm>& terms,
                                                   std::size_t count) const;
  [[nodiscard]] Novelty novelty(const Candidate& candidate,
                                const std::vector<Ranked>& ranking) const;

  const SimilarityModel& model_;
  Analyzer& analyzer_;
  const Catalogue& catalogue_;
  const DeedStore& deeds_;
};

}  // namespace kiertoon
