#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/deed/facet.h"
#include "search/query/search_result.h"

namespace kiertoon {

enum class SuggestionKind { kWord, kPhrase, kOrganisation, kTheme, kDeed };

inline constexpr std::size_t kSuggestionKinds = 5;

// As in JSON.
[[nodiscard]] constexpr std::string_view name_of(SuggestionKind kind) {
  constexpr std::array<std::string_view, kSuggestionKinds> kNames{
      "word", "phrase", "organisation", "theme", "deed"};
  return kNames.at(static_cast<std::size_t>(kind));
}

struct SuggestedFilter {
  Facet facet = Facet::kTheme;
  std::string value;
};

// One way to go on.
struct Suggestion {
  SuggestionKind kind = SuggestionKind::kWord;
  std::vector<Segment> text;  // to show; what was typed is a match
  // The whole text for the search box. Of an organisation or theme what is left of the text without
  // its name; of a deed its title.
  std::string completion;
  // Deeds that a search for the completion finds, with the filters of the request and `filter`; 1
  // for a deed.
  std::size_t count = 0;
  std::string id;                         // of a deed; otherwise empty
  std::optional<SuggestedFilter> filter;  // of an organisation or theme
};

struct SuggestResult {
  std::vector<Suggestion> suggestions;  // best first
  std::string generation;               // of the index that answered
  std::chrono::microseconds took{0};
};

}  // namespace kiertoon
