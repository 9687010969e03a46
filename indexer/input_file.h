#pragma once

#include <string>

#include "base/error.h"
#include "indexer/line_reader.h"

namespace kiertoon {

// Opens a file for reading, or the standard input when `name` is "-". Reading fails with
// kUnavailable when the file does, and when a signal interrupts it. Fails with kNotFound or
// kUnavailable, naming the file.
[[nodiscard]] Expected<ReadBytes> open_input(const std::string& name);

}  // namespace kiertoon
