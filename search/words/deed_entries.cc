#include "search/words/deed_entries.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace kiertoon {

DeedEntries DeedEntries::of(std::vector<Pair> pairs, std::uint32_t last) {
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::tie(a.document, a.entry) < std::tie(b.document, b.entry);
  });
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  DeedEntries made;
  made.begins_.assign(std::size_t{last} + 1, 0);
  made.entries_.reserve(pairs.size());
  for (const Pair& pair : pairs) {
    ++made.begins_[pair.document];
    made.entries_.push_back(pair.entry);
  }
  for (std::size_t document = 1; document < made.begins_.size(); ++document) {
    made.begins_[document] += made.begins_[document - 1];
  }
  return made;
}

std::vector<std::uint32_t> DeedEntries::count(std::span<const std::uint32_t> documents,
                                              std::uint32_t first,
                                              std::uint32_t last) const {
  std::vector<std::uint32_t> counts(last - first);
  for (const std::uint32_t document : documents) {
    const auto all = entries(document);
    for (auto it = std::lower_bound(all.begin(), all.end(), first); it != all.end() && *it < last;
         ++it) {
      ++counts[*it - first];
    }
  }
  return counts;
}

void DeedEntries::write(ByteWriter& writer) const {
  writer.values(std::span(begins_));
  writer.values(std::span(entries_));
}

std::optional<DeedEntries> DeedEntries::read(ByteReader& reader,
                                             std::uint64_t documents,
                                             std::size_t entry_count) {
  auto begins = reader.values<std::uint32_t>();
  auto entries = reader.values<std::uint32_t>();
  if (!begins || !entries) {
    return std::nullopt;
  }
  const bool is_whole = begins->size() == documents + 1 && begins->front() == 0 &&
                        begins->back() == entries->size() &&
                        std::is_sorted(begins->begin(), begins->end()) &&
                        std::all_of(entries->begin(), entries->end(), [&](std::uint32_t entry) {
                          return entry < entry_count;
                        });
  if (!is_whole) {
    return std::nullopt;
  }
  DeedEntries made;
  made.begins_ = std::move(*begins);
  made.entries_ = std::move(*entries);
  return made;
}

}  // namespace kiertoon
