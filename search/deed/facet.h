#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace kiertoon {

// What deeds can be filtered and counted by. The order is that of the API's documentation and of
// every table by facet.
enum class Facet {
  kTheme,
  kSector,
  kOrganisation,
  kOrganisationType,
  kProgramme,
  kLanguage,
  kAward,
  kKeyword,
  kYear,
};

inline constexpr std::size_t kFacetCount = 9;

inline constexpr std::array<std::string_view, kFacetCount> kFacetNames{
    "theme",
    "sector",
    "organisation",
    "organisation_type",
    "programme",
    "language",
    "award",
    "keyword",
    "year",
};

[[nodiscard]] constexpr std::size_t index_of(Facet facet) {
  return static_cast<std::size_t>(facet);
}

[[nodiscard]] constexpr std::string_view name_of(Facet facet) {
  return kFacetNames.at(index_of(facet));
}

[[nodiscard]] constexpr std::optional<Facet> facet_from(std::string_view name) {
  for (std::size_t i = 0; i < kFacetCount; ++i) {
    if (kFacetNames.at(i) == name) {
      return static_cast<Facet>(i);
    }
  }
  return std::nullopt;
}

}  // namespace kiertoon
