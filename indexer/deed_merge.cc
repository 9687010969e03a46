#include "indexer/deed_merge.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "search/deed/deed_json.h"

namespace kiertoon {
namespace {

bool has_id_below(const Deed& deed, const std::string& id) {
  return deed.id < id;
}

// Takes the deeds with these ids out.
void remove_deeds(const std::vector<std::string>& ids, MergedDeeds& merged) {
  const std::size_t before = merged.deeds.size();
  for (const auto& id : ids) {
    const auto found = std::lower_bound(merged.deeds.begin(), merged.deeds.end(), id, has_id_below);
    if (found == merged.deeds.end() || found->id != id) {
      merged.not_found.push_back(id);
    }
  }
  std::erase_if(merged.deeds, [&](const Deed& deed) {
    return std::binary_search(ids.begin(), ids.end(), deed.id);
  });
  merged.counts.removed = before - merged.deeds.size();
}

}  // namespace

MergedDeeds merge_deeds(std::vector<Deed> current, DeedChanges changes) {
  MergedDeeds merged{.deeds = std::move(current), .counts = {}, .not_found = {}};
  remove_deeds(changes.removed, merged);
  const std::size_t left = merged.deeds.size();
  std::vector<Deed> added;
  for (Deed& deed : changes.deeds) {
    const auto known =
        std::lower_bound(merged.deeds.begin(), merged.deeds.end(), deed.id, has_id_below);
    if (known == merged.deeds.end() || known->id != deed.id) {
      added.push_back(std::move(deed));
    } else if (serialise_deed(*known) == serialise_deed(deed)) {
      ++merged.counts.unchanged;
    } else {
      ++merged.counts.replaced;
      *known = std::move(deed);
    }
  }
  merged.counts.added = added.size();
  merged.counts.kept = left - merged.counts.replaced - merged.counts.unchanged;
  std::move(added.begin(), added.end(), std::back_inserter(merged.deeds));
  std::inplace_merge(merged.deeds.begin(),
                     merged.deeds.begin() + static_cast<std::ptrdiff_t>(left),
                     merged.deeds.end(),
                     [](const Deed& a, const Deed& b) { return a.id < b.id; });
  return merged;
}

}  // namespace kiertoon
