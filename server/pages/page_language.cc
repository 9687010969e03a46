#include "server/pages/page_language.h"

#include <algorithm>
#include <array>

#include "server/encoding.h"
#include "server/text.h"

namespace kiertoon {

namespace {

// "sv" of "sv-FI" and of "SV".
std::optional<Language> language_of_range(std::string_view range) {
  const std::string_view primary = range.substr(0, range.find('-'));
  const auto* const found =
      std::find_if(kLanguages.begin(), kLanguages.end(), [&](Language language) {
        return equals_ignoring_case(primary, language_code(language));
      });
  return found == kLanguages.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

std::optional<Language> preferred_language(std::string_view accept_language) {
  std::optional<Language> best;
  int best_quality = 0;
  std::size_t start = 0;
  while (start < accept_language.size()) {
    const std::size_t end = std::min(accept_language.find(',', start), accept_language.size());
    const std::string_view item = accept_language.substr(start, end - start);
    const std::size_t semicolon = std::min(item.find(';'), item.size());
    const auto language = language_of_range(trim(item.substr(0, semicolon)));
    const int quality = quality_of(item.substr(semicolon));
    if (language && quality > best_quality) {
      best = language;
      best_quality = quality;
    }
    start = end + 1;
  }
  return best;
}

Language page_language(const Call& call) {
  const auto given = call.parameters.all("lang");
  if (!given.empty()) {
    if (const auto language = language_from_code(given.front()->value)) {
      return *language;
    }
  }
  return preferred_language(call.accept_language).value_or(Language::kFinnish);
}

}  // namespace kiertoon
