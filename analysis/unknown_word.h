#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiertoon {

// Base forms an unknown Finnish noun or name may have, guessed by taking off the endings of case,
// number, possession and clitics ("Soitessa" -> soite; "akuttajien" -> akuttaja, ...). Several
// candidates are usual: two forms of a word meet when they share one. The word itself comes first.
// Expects a folded word; the candidates are folded.
[[nodiscard]] std::vector<std::string> guess_base_forms(std::string_view word);

}  // namespace kiertoon
