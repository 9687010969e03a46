#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "search/deed/deed.h"
#include "search/index/token_table.h"

namespace kiertoon {

// What the index keeps of a deed for showing it.
struct DeedRecord {
  Deed deed;
  TokenTable tokens;
};

[[nodiscard]] std::string encode_deed_record(const Deed& deed, const TokenTable& tokens);

// Fails with kInvalidData on bytes that encode_deed_record() did not write.
[[nodiscard]] Expected<DeedRecord> decode_deed_record(std::string_view bytes);

// The deed alone, likewise.
[[nodiscard]] Expected<Deed> decode_deed_of_record(std::string_view bytes);

}  // namespace kiertoon
