#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiertoon {

// The nominative of what may be a noun in -minen, inflected or not: "johtamisessa" and
// "johtaminen" -> "johtaminen". Voikko has the verb as the base form of these; people write and
// read the noun. `folded` is a Finnish word; nothing when its letters cannot be such a noun's.
[[nodiscard]] std::optional<std::string> action_noun(std::string_view folded);

}  // namespace kiertoon
