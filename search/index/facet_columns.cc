#include "search/index/facet_columns.h"

#include <string_view>

#include <xapian.h>

#include "base/bounded_cache.h"
#include "search/index/schema.h"

namespace kiertoon {
namespace {

// Calls `visit` with each of the values that stand joined in a slot.
template <typename Visitor>
void for_each_value(std::string_view joined, Visitor visit) {
  while (!joined.empty()) {
    const std::size_t end = std::min(joined.find(kValueSeparator), joined.size());
    visit(joined.substr(0, end));
    joined.remove_prefix(std::min(end + 1, joined.size()));
  }
}

}  // namespace

FacetColumns FacetColumns::load(const Xapian::Database& database) {
  FacetColumns columns;
  for (std::size_t i = 0; i < kFacetCount; ++i) {
    columns.columns_.at(i) = load_column(database, static_cast<Facet>(i));
  }
  return columns;
}

FacetColumns::Column FacetColumns::load_column(const Xapian::Database& database, Facet facet) {
  Column column;
  StringMap<std::uint32_t> ordinal_of;
  const Xapian::docid last = database.get_lastdocid();
  column.offsets.reserve(last + 2);
  column.offsets.push_back(0);
  const auto end = database.valuestream_end(slot_of(facet));
  for (auto value = database.valuestream_begin(slot_of(facet)); value != end; ++value) {
    // Documents before this one have no value.
    column.offsets.resize(value.get_docid() + 1,
                          static_cast<std::uint32_t>(column.ordinals.size()));
    for_each_value(*value, [&](std::string_view text) {
      const auto [entry, is_new] = ordinal_of.try_emplace(
          std::string(text), static_cast<std::uint32_t>(column.values.size()));
      if (is_new) {
        column.values.emplace_back(text);
      }
      column.ordinals.push_back(entry->second);
    });
  }
  column.offsets.resize(last + 2, static_cast<std::uint32_t>(column.ordinals.size()));
  return column;
}

std::span<const std::uint32_t> FacetColumns::ordinals(Facet facet, std::uint32_t document) const {
  const Column& values = column(facet);
  if (document + 1 >= values.offsets.size()) {
    return {};
  }
  const std::uint32_t begin = values.offsets[document];
  return std::span(values.ordinals).subspan(begin, values.offsets[document + 1] - begin);
}

}  // namespace kiertoon
