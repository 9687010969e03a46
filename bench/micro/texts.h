#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kiertoon {

// Texts to measure with, a document each: the shipped deeds; and, when the environment names a
// folder of collections (KIERTOON_COLLECTIONS), the documents of its kirjastonhoitaja-subjects.
// Empty when there are none.
[[nodiscard]] std::vector<std::string> shipped_texts();
[[nodiscard]] std::vector<std::string> collection_texts();

// The folder of collections: KIERTOON_COLLECTIONS, or `shared/collections` beside the source tree.
// Empty when there is none.
[[nodiscard]] std::filesystem::path collections_folder();

}  // namespace kiertoon
