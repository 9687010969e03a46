#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/deed/deed.h"

namespace kiertoon {

struct MergeCounts {
  std::size_t added = 0;
  std::size_t replaced = 0;   // by a deed that differs
  std::size_t unchanged = 0;  // in the index as it came, word for word
  std::size_t removed = 0;
  std::size_t kept = 0;  // named nowhere

  [[nodiscard]] bool is_change() const { return added + replaced + removed > 0; }
};

// An index's deeds after an update.
struct MergedDeeds {
  std::vector<Deed> deeds;  // sorted by id
  MergeCounts counts;
  std::vector<std::string> not_found;  // ids to remove that no deed has
};

// What an update asks for. The deeds are sorted by id; the ids are sorted, and no deed has one.
struct DeedChanges {
  std::vector<Deed> deeds;
  std::vector<std::string> removed;
};

// Adds the deeds of `changes` to those of an index, which are sorted by id: one with the id of
// another takes its place.
[[nodiscard]] MergedDeeds merge_deeds(std::vector<Deed> current, DeedChanges changes);

}  // namespace kiertoon
