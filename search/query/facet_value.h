#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "search/deed/facet.h"
#include "search/deed/vocabulary.h"

namespace kiertoon {

// The value of a facet with a fixed set of values (language, award, programme, type of
// organisation) that a text names: the value itself, or its label in any language. Nothing for
// other facets.
[[nodiscard]] std::optional<std::string> named_facet_value(const Vocabulary& vocabulary,
                                                           Facet facet,
                                                           std::string_view text);

}  // namespace kiertoon
