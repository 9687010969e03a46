#pragma once

#include <stdexcept>
#include <utility>

#include "base/error.h"

namespace kiertoon {

// The value of a result, for what a test only builds on. Throws what is wrong instead.
template <typename T>
[[nodiscard]] T value_or_throw(Expected<T> result) {
  if (!result) {
    throw std::runtime_error(result.error().to_string());
  }
  return std::move(*result);
}

}  // namespace kiertoon
