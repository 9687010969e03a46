#include "search/index/stored_deeds.h"

#include <utility>

#include <xapian.h>

#include "search/index/deed_store.h"
#include "search/index/generations.h"
#include "search/index/index_metadata.h"
#include "search/index/xapian_guard.h"

namespace kiertoon {

Expected<std::vector<Deed>> read_stored_deeds(const std::filesystem::path& index) {
  const auto generation = current_generation(index);
  if (!generation) {
    return tl::unexpected(generation.error());
  }
  const auto folder = generation_path(index, *generation);
  auto deeds = guard_xapian(
      "cannot read the index " + folder.string(), [&]() -> Expected<std::vector<Deed>> {
        const Xapian::Database database(database_path(folder).string());
        if (const auto checked = check_index_metadata(database, folder.string()); !checked) {
          return tl::unexpected(checked.error());
        }
        const auto store = DeedStore::open(deeds_path(folder));
        if (!store) {
          return tl::unexpected(store.error());
        }
        if (store->deed_count() != database.get_doccount()) {
          return fail(
              ErrorCode::kInvalidData,
              deeds_path(folder).string() + " is of another index than the database beside it",
              "build the index anew: kiertoon-indexer build");
        }
        std::vector<Deed> read;
        read.reserve(store->deed_count());
        for (std::uint32_t document = 1; document <= store->deed_count(); ++document) {
          read.push_back(std::move(store->record(document).deed));
        }
        return read;
      });
  return deeds ? std::move(*deeds) : tl::unexpected(deeds.error());
}

}  // namespace kiertoon
