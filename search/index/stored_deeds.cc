#include "search/index/stored_deeds.h"

#include <utility>

#include <xapian.h>

#include "search/index/deed_record.h"
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
        std::vector<Deed> read;
        read.reserve(database.get_doccount());
        for (Xapian::docid document = 1; document <= database.get_doccount(); ++document) {
          read.push_back(read_deed_record(database.get_document(document)).deed);
        }
        return read;
      });
  return deeds ? std::move(*deeds) : tl::unexpected(deeds.error());
}

}  // namespace kiertoon
