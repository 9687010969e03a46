#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/search_service.h"

namespace kiertoon {

// The example deeds in order of id, and a service over them: made once for all tests of a program.
[[nodiscard]] const std::vector<Deed>& example_deeds();
[[nodiscard]] const Deed& example_deed(std::string_view id);
[[nodiscard]] SearchService& example_service();

// Deeds like the wanted ones. Throws what is wrong instead of returning it.
[[nodiscard]] std::vector<SimilarDeed> similar(const SimilarRequest& request);
[[nodiscard]] std::vector<std::string> ids(const std::vector<SimilarDeed>& deeds);

// The place of a deed, from 1, shown or folded under another; 0 when it is not there.
[[nodiscard]] std::size_t place_of(const std::string& id, const std::vector<SimilarDeed>& deeds);

// Ten deeds like this one, of any organisation and at any distance.
[[nodiscard]] SimilarRequest wide(const std::string& id);

}  // namespace kiertoon
