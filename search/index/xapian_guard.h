#pragma once

#include <string_view>
#include <type_traits>
#include <utility>

#include "base/error.h"

namespace kiertoon {

// The Error that the exception being handled amounts to, with a hint for the operator. To be called
// in a catch block. Exceptions that are not Xapian's (std::bad_alloc, ...) pass through.
[[nodiscard]] Error current_xapian_error(std::string_view action);

// Runs `operation`; what Xapian throws becomes an Error. `action` says what was tried: "cannot open
// the index /srv/index".
template <typename Operation>
[[nodiscard]] auto guard_xapian(std::string_view action, Operation&& operation)
    -> Expected<std::invoke_result_t<Operation>> {
  try {
    if constexpr (std::is_void_v<std::invoke_result_t<Operation>>) {
      std::forward<Operation>(operation)();
      return {};
    } else {
      return std::forward<Operation>(operation)();
    }
  } catch (...) {
    return tl::unexpected(current_xapian_error(action));
  }
}

}  // namespace kiertoon
