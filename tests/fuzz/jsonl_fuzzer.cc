// Any bytes as a JSON Lines source: reading ends, every record has a line, a deed that is accepted
// survives the way to JSON and back, one that is not has an error that can be printed.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/utf8.h"
#include "indexer/jsonl_source.h"
#include "tests/fuzz/require.h"

namespace {

using kiertoon::require;

void check_deed(const kiertoon::Deed& deed) {
  const std::string json = kiertoon::serialise_deed(deed);
  require(kiertoon::is_valid_utf8(json) && json.find('\n') == std::string::npos);
  const auto again = kiertoon::parse_deed(json);
  require(again.has_value());
  require(kiertoon::serialise_deed(again->deed) == json);
}

void check_errors(const std::vector<kiertoon::FieldError>& errors) {
  constexpr std::size_t kMaxShown = 80;
  require(!errors.empty());
  for (const kiertoon::FieldError& error : errors) {
    require(!error.message.empty());
    require(kiertoon::count_code_points(error.value) <= kMaxShown);
    const std::string text = error.to_string();
    require(kiertoon::is_valid_utf8(text) && text.find('\n') == std::string::npos);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  kiertoon::JsonlSource source("fuzz", kiertoon::read_from(text));
  std::size_t line = 0;
  for (;;) {
    const auto record = source.next();
    require(record.has_value());
    if (!*record) {
      return 0;
    }
    require((*record)->place.line > line);
    line = (*record)->place.line;
    if ((*record)->deed) {
      check_deed((*record)->deed->deed);
    } else {
      check_errors((*record)->deed.error());
    }
  }
}
