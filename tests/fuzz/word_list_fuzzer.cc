// Any bytes as the file of an index's words: refused, or a list whose every part can be read.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "search/words/spelling_index.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using kiertoon::require;
  auto list =
      kiertoon::WordList::parse(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!list) {
    return 0;
  }
  const kiertoon::SpellingIndex index(std::move(*list));
  const auto& words = index.words();
  for (kiertoon::WordList::Number number = 0; number < words.size(); ++number) {
    const auto word = words[number];
    const auto found = words.find(word.folded);
    require(found.first <= number && number < found.last);
    for (const auto base : words.bases(number)) {
      require(base < words.size());
    }
    require(index.letter_sequences().has_all_of(word.folded));
    require(!index.near_words().with_skeleton_of(word.folded).empty());
  }
  return 0;
}
