#pragma once

#include <string_view>

namespace kiertoon {

// Whether a folded Finnish base form ends as participles do: "osallistuva", "osallistunut",
// "koulutettu", "koulutettava". Many other words do, too: whether there is a verb to it, a
// dictionary has to tell.
[[nodiscard]] bool ends_as_participle(std::string_view folded);

}  // namespace kiertoon
