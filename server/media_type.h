#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace kiertoon {

// Which of the offered media types ("text/csv", without parameters) an Accept header likes best, as
// an index: the one with the highest quality, at equal quality the one offered first. The closest
// range decides a type's quality: "text/csv" before "text/*" before "*/*". A header that takes none
// of them gets the first.
[[nodiscard]] std::size_t preferred_media_type(std::string_view accept,
                                               std::span<const std::string_view> offered);

}  // namespace kiertoon
