#pragma once

namespace kiertoon {

// What the program tells its caller; docs/indexing.md and --help have the same list. A signal adds
// 128 to its number.
enum ExitCode : int {
  kExitOk = 0,
  kExitData = 1,  // sources or ids to remove are wrong, or not readable: nothing was published
  kExitUsage = 2,
  kExitIndex = 3,        // the index is busy, missing, or cannot be read or written; an output
  kExitEnvironment = 4,  // the data folder or Voikko's dictionary is missing or broken
};

inline constexpr int kExitSignalBase = 128;

}  // namespace kiertoon
