#include "search/query/index_languages.h"

#include <algorithm>

namespace kiertoon {
namespace {

// Shares of the deeds.
constexpr double kLeastRepresented = 0.005;
constexpr double kLeastCommon = 0.05;

bool has(const std::vector<Language>& languages, Language language) {
  return std::find(languages.begin(), languages.end(), language) != languages.end();
}

}  // namespace

bool IndexLanguages::is_represented(Language language) const {
  return has(represented, language);
}

bool IndexLanguages::is_common(Language language) const {
  return has(common, language);
}

IndexLanguages index_languages(const FacetCounts& counts, std::size_t deeds) {
  IndexLanguages languages;
  for (const auto& value : counts.values) {
    const auto language = language_from_code(value.value);
    const double share = static_cast<double>(value.count) / static_cast<double>(deeds);
    if (language && share >= kLeastRepresented) {
      languages.represented.push_back(*language);
    }
    if (language && share >= kLeastCommon) {
      languages.common.push_back(*language);
    }
  }
  return languages;
}

}  // namespace kiertoon
