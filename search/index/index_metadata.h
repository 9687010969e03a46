#pragma once

#include <string>

#include "base/error.h"

namespace Xapian {
class Database;
class WritableDatabase;
}  // namespace Xapian

namespace kiertoon {

// Writes what makes the index recognisable: the schema's version.
void write_index_metadata(Xapian::WritableDatabase& database);

// Refuses a database that is not a kiertoon index, or one of another schema version, with a
// sentence that says what to run. `place` names the index. Throws what Xapian throws.
[[nodiscard]] Expected<void> check_index_metadata(const Xapian::Database& database,
                                                  const std::string& place);

}  // namespace kiertoon
