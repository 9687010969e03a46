#pragma once

#include <vector>

#include "search/deed/deed_json.h"
#include "search/deed/json_value.h"

namespace kiertoon {

// Reads a deed from its JSON object and checks every rule of deed_rules.h. Values of contacts stay
// out of the errors: reports end up in logs.
[[nodiscard]] tl::expected<ParsedDeed, std::vector<FieldError>> read_deed(const JsonValue& object);

}  // namespace kiertoon
