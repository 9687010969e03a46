#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kiertoon {

// A parsed JSON value, with what a DOM usually forgets: keys that were given twice, numbers as they
// were written.
struct JsonValue {
  enum class Kind { kNull, kBoolean, kInteger, kNumber, kText, kList, kObject };

  Kind kind = Kind::kNull;
  std::int64_t integer = 0;       // of kInteger
  std::string text;               // of kText; of numbers and booleans as written
  std::vector<std::string> keys;  // of kObject, one for each item, in the order of the text
  std::vector<JsonValue> items;   // of kList and kObject
};

}  // namespace kiertoon
