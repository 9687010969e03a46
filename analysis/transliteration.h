#pragma once

#include <string>
#include <string_view>

namespace kiertoon {

// Whether the text has a letter that is not Latin: "Хельсинки", "東京".
[[nodiscard]] bool has_other_script(std::string_view text);

// The text in ASCII letters, as ICU transliterates it: "Хельсинки" -> "Helsinki", "東京" -> "dong
// jing". What has no letters stays as it is. Different texts may become the same. Thread-safe; the
// first text of a script costs up to 0.2 s.
[[nodiscard]] std::string transliterate(std::string_view text);

}  // namespace kiertoon
