#pragma once

namespace kiertoon {

// Ends the program where a fuzz target finds a broken promise.
inline void require(bool kept) {
  if (!kept) {
    __builtin_trap();
  }
}

}  // namespace kiertoon
