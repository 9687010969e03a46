#include "analysis/translation/dictionaries.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace kiertoon {
namespace {

// ISO 639-3, by which FreeDict names its dictionaries.
std::string_view three_letter_code(Language language) {
  switch (language) {
    case Language::kSwedish:
      return "swe";
    case Language::kEnglish:
      return "eng";
    case Language::kFinnish:
      break;
  }
  return "fin";
}

DictdFiles files_of(const std::filesystem::path& folder, LanguagePair languages) {
  const std::string name = "freedict-" + std::string(three_letter_code(languages.from)) + "-" +
                           std::string(three_letter_code(languages.to));
  return {.index = folder / (name + ".index"), .text = folder / (name + ".dict.dz")};
}

bool is_there(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

}  // namespace

Expected<std::shared_ptr<const Dictionaries>> Dictionaries::load(
    const std::filesystem::path& folder) {
  auto dictionaries = std::make_shared<Dictionaries>();
  for (const Language from : kLanguages) {
    for (const Language to : kLanguages) {
      const DictdFiles files = files_of(folder, {from, to});
      if (from == to || (!is_there(files.index) && !is_there(files.text))) {
        continue;
      }
      auto dictionary = BilingualDictionary::load(files, {from, to});
      if (!dictionary) {
        return tl::unexpected(dictionary.error());
      }
      dictionaries->dictionaries_.push_back(std::move(*dictionary));
    }
  }
  return dictionaries;
}

const BilingualDictionary* Dictionaries::find(LanguagePair languages) const {
  const auto found = std::find_if(
      dictionaries_.begin(), dictionaries_.end(), [&](const BilingualDictionary& dictionary) {
        return dictionary.languages() == languages;
      });
  return found == dictionaries_.end() ? nullptr : &*found;
}

}  // namespace kiertoon
