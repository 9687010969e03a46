#include "analysis/translation/source_word.h"

#include <cstddef>

#include "analysis/text.h"
#include "base/utf8.h"

namespace kiertoon {

std::string dictionary_key(std::string_view word) {
  constexpr std::size_t kLongestWord = 100;  // bytes; nothing in a dictionary is longer
  std::string key = fold(normalise(truncate_utf8(word, kLongestWord)));
  key.erase(0, key.find_first_not_of('-'));
  key.erase(key.find_last_not_of('-') + 1);
  return key;
}

}  // namespace kiertoon
