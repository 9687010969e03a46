// Runs a fuzz target over the files of its corpus, for builds without libFuzzer: `query_fuzzer
// FOLDER...`.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "base/files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

// False when the folder cannot be read or holds nothing.
bool replay(const std::filesystem::path& folder) {
  std::size_t inputs = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) {
      continue;
    }
    const auto content = kiertoon::read_file(entry.path());
    if (!content) {
      std::cerr << content.error().to_string() << '\n';
      return false;
    }
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(content->data()), content->size());
    ++inputs;
  }
  std::cout << inputs << " inputs of " << folder << '\n';
  return inputs > 0;
}

}  // namespace

int main(int argc, char** argv) {
  bool ok = argc > 1;
  for (int i = 1; i < argc; ++i) {
    ok = replay(argv[i]) && ok;
  }
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
