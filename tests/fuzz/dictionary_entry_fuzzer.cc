// Any text read as an entry of a dictionary: few senses, none empty, every translation of printable
// characters.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "analysis/translation/dictionary_entry.h"
#include "base/utf8.h"
#include "tests/fuzz/require.h"

namespace {

using kiertoon::require;

bool is_printable(std::string_view text) {
  return std::none_of(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMost = 64;
  const std::string text =
      kiertoon::to_valid_utf8(std::string_view(reinterpret_cast<const char*>(data), size));
  const auto entry = kiertoon::parse_dictionary_entry(text);
  require(is_printable(entry.headword) && entry.senses.size() <= kMost);
  for (const auto& sense : entry.senses) {
    require(!sense.translations.empty() && sense.translations.size() <= kMost);
    for (const auto& translation : sense.translations) {
      require(translation.size() >= 2 && is_printable(translation));
      require(kiertoon::is_valid_utf8(translation));
    }
  }
  return 0;
}
