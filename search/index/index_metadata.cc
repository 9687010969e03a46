#include "search/index/index_metadata.h"

#include <xapian.h>

#include "search/index/schema.h"

namespace kiertoon {
namespace {

constexpr const char* kVersionKey = "kiertoon_schema_version";
constexpr const char* kHint = "build the index anew: kiertoon-indexer build";

}  // namespace

void write_index_metadata(Xapian::WritableDatabase& database) {
  database.set_metadata(kVersionKey, std::string(kSchemaVersion));
}

Expected<void> check_index_metadata(const Xapian::Database& database, const std::string& place) {
  const std::string version = database.get_metadata(kVersionKey);
  if (version.empty()) {
    return fail(
        ErrorCode::kInvalidData, place + " is a Xapian database, but not a kiertoon index", kHint);
  }
  if (version != kSchemaVersion) {
    return fail(ErrorCode::kVersionMismatch,
                "the index " + place + " has schema version " + version +
                    "; this program reads version " + std::string(kSchemaVersion),
                kHint);
  }
  return {};
}

}  // namespace kiertoon
