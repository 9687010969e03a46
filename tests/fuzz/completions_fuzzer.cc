// Any bytes as a file of completions: refused, or safe to look texts up in.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "search/words/completions.h"
#include "tests/fuzz/require.h"

namespace {

void look_up(const kiertoon::CompletionTable& table) {
  using kiertoon::require;
  for (const std::string_view prefix : {"", "t", "tyo", "kunta", "malli "}) {
    const auto exact = table.find(prefix);
    require(exact.first <= exact.last && exact.last <= table.all().last);
    for (std::uint32_t start = exact.first; start < exact.last; ++start) {
      const std::uint32_t entry = table.entry_at(start);
      require(entry < table.size());
      require(table.key_offset(start) <= table.key(entry).size());
      static_cast<void>(table.text(entry));
    }
    static_cast<void>(table.find_near(prefix));
    static_cast<void>(table.find_text(prefix));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto completions = kiertoon::Completions::parse(bytes)) {
    look_up(completions->words);
    look_up(completions->phrases);
    look_up(completions->titles);
    look_up(completions->organisations);
  }
  return 0;
}
