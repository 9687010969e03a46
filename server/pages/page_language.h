#pragma once

#include <optional>
#include <string_view>

#include "analysis/language.h"
#include "server/call.h"

namespace kiertoon {

// Which of the three languages an Accept-Language header likes best ("sv-FI,fi;q=0.8"), at equal
// quality the one it names first; nothing when it takes none of them.
[[nodiscard]] std::optional<Language> preferred_language(std::string_view accept_language);

// The language of a page: that of `?lang=`, else of Accept-Language, else Finnish. Who follows a
// link with a broken `lang` still gets a page.
[[nodiscard]] Language page_language(const Call& call);

}  // namespace kiertoon
