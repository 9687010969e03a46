#pragma once

#include <string>

#include "analysis/language.h"
#include "server/call.h"
#include "server/pages/page_template.h"

namespace kiertoon {

struct ErrorWords {
  std::string title;
  std::string text;
};

// A page that says what went wrong and leads on, in the template of errors.
[[nodiscard]] Reply error_page(const PageTemplate& page,
                               const ErrorWords& words,
                               Language language);

}  // namespace kiertoon
