#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace kiertoon {

enum class Language { kFinnish, kSwedish, kEnglish };

inline constexpr std::array kLanguages{Language::kFinnish, Language::kSwedish, Language::kEnglish};

// ISO 639-1 code: "fi", "sv" or "en".
[[nodiscard]] constexpr std::string_view language_code(Language language) {
  switch (language) {
    case Language::kSwedish:
      return "sv";
    case Language::kEnglish:
      return "en";
    case Language::kFinnish:
      break;
  }
  return "fi";
}

[[nodiscard]] constexpr std::optional<Language> language_from_code(std::string_view code) {
  for (const Language language : kLanguages) {
    if (language_code(language) == code) {
      return language;
    }
  }
  return std::nullopt;
}

}  // namespace kiertoon
