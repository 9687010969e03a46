#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "search/deed/vocabulary.h"
#include "search/index/deed_facts.h"
#include "search/index/deed_store.h"
#include "search/index/facet_columns.h"
#include "search/query/search_result.h"
#include "search/similar/similarity_model.h"
#include "search/words/common_terms.h"
#include "search/words/completions.h"
#include "search/words/spelling_index.h"
#include "search/words/word_list.h"

namespace Xapian {
class Database;
}

namespace kiertoon {

// One generation of an index, opened for reading: what all its searches share. Immutable, so
// thread-safe; the Xapian database is not, and each thread opens its own.
class Snapshot {
 public:
  // Fails as SearchService::open() does.
  [[nodiscard]] static Expected<std::shared_ptr<const Snapshot>> open(
      const std::filesystem::path& index);

  [[nodiscard]] const std::string& generation() const { return generation_; }
  [[nodiscard]] std::size_t deed_count() const { return deeds_->deed_count(); }
  [[nodiscard]] const DeedStore& deeds() const { return *deeds_; }
  [[nodiscard]] const FacetColumns& columns() const { return columns_; }
  // Values of every facet over all deeds.
  [[nodiscard]] std::shared_ptr<const std::vector<FacetCounts>> counts() const { return counts_; }

  // The facts of all deeds: read when first asked for (some 0.05 ms a deed), then shared. Throws
  // what Xapian throws, and the next call tries again. `vocabulary` is the same in all calls.
  [[nodiscard]] std::shared_ptr<const Catalogue> catalogue(const Vocabulary& vocabulary) const;

  [[nodiscard]] const SimilarityModel& similarity() const { return similarity_; }
  [[nodiscard]] const Completions& completions() const { return completions_; }
  [[nodiscard]] const CommonTerms& common_terms() const { return common_terms_; }
  [[nodiscard]] const WordList& words() const { return spelling_->words(); }
  [[nodiscard]] const SpellingIndex& spelling() const { return *spelling_; }

  // A handle for one thread. Throws what Xapian throws.
  [[nodiscard]] Xapian::Database open_database() const;

 private:
  Snapshot() = default;

  std::filesystem::path database_;
  std::string generation_;
  std::optional<const DeedStore> deeds_;
  FacetColumns columns_;
  std::shared_ptr<const std::vector<FacetCounts>> counts_;
  SimilarityModel similarity_;
  Completions completions_;
  CommonTerms common_terms_;
  std::unique_ptr<const SpellingIndex> spelling_;
  mutable std::mutex catalogue_mutex_;
  mutable std::shared_ptr<const Catalogue> catalogue_;  // null until asked for
};

}  // namespace kiertoon
