#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "base/error.h"
#include "search/deed/vocabulary.h"
#include "search/index/snapshot.h"
#include "search/similar/similar_request.h"
#include "search/similar/similar_result.h"
#include "search/similar/similarity_model.h"

namespace kiertoon {

// Finds deeds like given ones, or like a text. Not thread-safe: one a thread, with an analyzer of
// its own.
class SimilarDeeds {
 public:
  // All must outlive this. Throws what Xapian throws.
  SimilarDeeds(const Snapshot& snapshot, Analyzer& analyzer, const Vocabulary& vocabulary);

  // Fails with kNotFound, naming the id, when a given deed is not in the index.
  [[nodiscard]] Expected<SimilarResult> find(const SimilarRequest& request) const;

 private:
  struct Wanted;

  [[nodiscard]] Expected<Wanted> wanted(const SimilarRequest& request) const;
  [[nodiscard]] DeedVector vector_of_text(const std::string& text) const;
  [[nodiscard]] std::vector<std::string_view> telling_terms(const DeedVector& wanted,
                                                            std::uint32_t document) const;
  [[nodiscard]] SimilarDeed describe(const ScoredDeed& found, const Wanted& wanted) const;

  const Snapshot& snapshot_;
  Analyzer& analyzer_;
  std::shared_ptr<const Catalogue> catalogue_;
};

}  // namespace kiertoon
