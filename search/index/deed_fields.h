#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/deed/deed.h"
#include "search/deed/facet.h"
#include "search/deed/vocabulary.h"
#include "search/index/schema.h"

namespace kiertoon {

// A stretch of a deed's text that is analysed on its own.
struct FieldText {
  TextField field = TextField::kSections;
  std::string_view text;  // into the deed
};

// The searchable texts of a deed in the order in which they are indexed: title, summary, sections.
// Contacts are not among them.
[[nodiscard]] std::vector<FieldText> running_texts(const Deed& deed);

// Names a deed can be found by beside its texts: organisations, themes and sectors in every
// language, and keywords.
struct NameText {
  TextField field = TextField::kKeywords;
  std::string text;
  Language language = Language::kFinnish;
};
[[nodiscard]] std::vector<NameText> name_texts(const Deed& deed, const Vocabulary& vocabulary);

// The value of the facet kKeyword that a keyword has: letter case aside, normalised.
[[nodiscard]] std::string keyword_value(std::string_view keyword);

// The deed's values of each facet; each value once.
using FacetValues = std::array<std::vector<std::string>, kFacetCount>;
[[nodiscard]] FacetValues facet_values(const Deed& deed, const Vocabulary& vocabulary);

}  // namespace kiertoon
