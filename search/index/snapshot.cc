#include "search/index/snapshot.h"

#include <array>
#include <utility>

#include <xapian.h>

#include "search/index/generations.h"
#include "search/index/index_metadata.h"
#include "search/index/schema.h"
#include "search/index/xapian_guard.h"
#include "search/query/facet_decider.h"

namespace kiertoon {
namespace {

// Counts every facet over all documents.
std::vector<FacetCounts> count_all(const FacetColumns& columns, const Xapian::Database& database) {
  std::vector<Facet> facets;
  for (std::size_t i = 0; i < kFacetCount; ++i) {
    facets.push_back(static_cast<Facet>(i));
  }
  const FacetDecider decider(columns, {}, facets);
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(std::string()));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet ignored = enquire.get_mset(0, 0, database.get_doccount(), nullptr, &decider);
  return decider.counts();
}

// Whether the last document has the number it was written with: not so when a shard is missing.
bool is_whole(const Xapian::Database& database) {
  const Xapian::docid last = database.get_lastdocid();
  return last == 0 || number_from_value(database.get_document(last).get_value(
                          static_cast<std::uint32_t>(Slot::kNumber))) == last;
}

}  // namespace

Expected<std::shared_ptr<const Snapshot>> Snapshot::open(const std::filesystem::path& index) {
  auto generation = current_generation(index);
  if (!generation) {
    return tl::unexpected(generation.error());
  }
  const std::shared_ptr<Snapshot> snapshot(new Snapshot());
  const std::filesystem::path folder = generation_path(index, *generation);
  snapshot->shards_ = shard_paths(folder);
  snapshot->generation_ = std::move(*generation);
  if (snapshot->shards_.empty()) {
    return fail(ErrorCode::kInvalidData,
                "the folder " + folder.string() + " holds no index that this program can read",
                "build the index anew: kiertoon-indexer build");
  }
  const std::string place = folder.string();
  auto opened = guard_xapian("cannot open the index " + place, [&]() -> Expected<void> {
    const Xapian::Database database = snapshot->open_database();
    if (auto checked = check_index_metadata(database, place); !checked) {
      return checked;
    }
    if (!is_whole(database)) {
      return fail(ErrorCode::kInvalidData,
                  "a part of the index " + place + " is missing",
                  "build the index anew: kiertoon-indexer build");
    }
    snapshot->deed_count_ = database.get_doccount();
    snapshot->columns_ = FacetColumns::load(database);
    snapshot->counts_ =
        std::make_shared<const std::vector<FacetCounts>>(count_all(snapshot->columns_, database));
    return {};
  });
  if (!opened) {
    return tl::unexpected(opened.error());
  }
  if (!*opened) {
    return tl::unexpected(opened->error());
  }
  return snapshot;
}

Xapian::Database Snapshot::open_database() const {
  Xapian::Database database;
  for (const auto& shard : shards_) {
    database.add_database(Xapian::Database(shard.string()));
  }
  return database;
}

}  // namespace kiertoon
