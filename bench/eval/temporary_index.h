#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <vector>

#include "base/error.h"
#include "search/deed/deed.h"
#include "search/index/index_builder.h"
#include "search/resources.h"
#include "search/search_service.h"

namespace kiertoon {

// An index of its own in the folder for temporary files, gone with the object.
class TemporaryIndex {
 public:
  // Indexes the deeds, in the order of their ids, and opens the result. Fails when an id is used
  // twice.
  [[nodiscard]] static Expected<std::unique_ptr<TemporaryIndex>> create(std::vector<Deed> deeds,
                                                                        const IndexingTools& tools);
  ~TemporaryIndex();
  TemporaryIndex(const TemporaryIndex&) = delete;
  TemporaryIndex& operator=(const TemporaryIndex&) = delete;
  TemporaryIndex(TemporaryIndex&&) = delete;
  TemporaryIndex& operator=(TemporaryIndex&&) = delete;

  [[nodiscard]] SearchService& service() { return *service_; }
  [[nodiscard]] const PublishedIndex& published() const { return published_; }
  // From the first deed to the published index.
  [[nodiscard]] std::chrono::duration<double> indexing_time() const { return indexing_time_; }

 private:
  TemporaryIndex() = default;
  [[nodiscard]] Expected<void> build(std::vector<Deed> deeds, const IndexingTools& tools);

  std::filesystem::path folder_;
  PublishedIndex published_;
  std::chrono::duration<double> indexing_time_{};
  std::unique_ptr<SearchService> service_;
};

}  // namespace kiertoon
