#pragma once

#include <filesystem>
#include <vector>

#include "base/error.h"
#include "search/deed/deed.h"

namespace kiertoon {

// All deeds of the current generation of an index, by id, with everything they came with. Hold the
// index's lock meanwhile (an IndexBuilder does), lest another generation be published. Fails with
// kNotFound when there is no generation, with kVersionMismatch or kInvalidData when it cannot be
// read.
[[nodiscard]] Expected<std::vector<Deed>> read_stored_deeds(const std::filesystem::path& index);

}  // namespace kiertoon
