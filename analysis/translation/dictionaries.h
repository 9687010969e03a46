#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <vector>

#include "analysis/translation/bilingual_dictionary.h"
#include "base/error.h"

namespace kiertoon {

// Where Debian's packages dict-freedict-* put their files.
inline constexpr const char* kDefaultDictionaryFolder = "/usr/share/dictd";

// The dictionaries between Finnish, Swedish and English that a folder holds, under FreeDict's names
// (freedict-swe-fin.index, freedict-swe-fin.dict.dz). Immutable, so thread-safe.
class Dictionaries {
 public:
  // None at all: nothing is translated.
  Dictionaries() = default;

  // Those that are there; an absent folder has none. Fails when one is broken, or half of it is
  // missing; errors name file and place.
  [[nodiscard]] static Expected<std::shared_ptr<const Dictionaries>> load(
      const std::filesystem::path& folder);

  // nullptr when there is none.
  [[nodiscard]] const BilingualDictionary* find(LanguagePair languages) const;

  [[nodiscard]] const std::vector<BilingualDictionary>& all() const { return dictionaries_; }

 private:
  std::vector<BilingualDictionary> dictionaries_;
};

}  // namespace kiertoon
