#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "search/index/facet_columns.h"
#include "search/query/search_result.h"

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
  [[nodiscard]] std::size_t deed_count() const { return deed_count_; }
  [[nodiscard]] const FacetColumns& columns() const { return columns_; }
  // Values of every facet over all deeds.
  [[nodiscard]] std::shared_ptr<const std::vector<FacetCounts>> counts() const { return counts_; }

  // A handle for one thread. Throws what Xapian throws.
  [[nodiscard]] Xapian::Database open_database() const;

 private:
  Snapshot() = default;

  std::vector<std::filesystem::path> shards_;
  std::string generation_;
  std::size_t deed_count_ = 0;
  FacetColumns columns_;
  std::shared_ptr<const std::vector<FacetCounts>> counts_;
};

}  // namespace kiertoon
