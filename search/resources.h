#pragma once

#include <filesystem>
#include <memory>

#include "analysis/analyzer.h"
#include "base/error.h"
#include "search/deed/vocabulary.h"

namespace kiertoon {

// What is read from the data folder, once for a program. Immutable, so thread-safe.
struct Resources {
  std::filesystem::path folder;
  std::shared_ptr<const AnalysisData> analysis_data;
  std::shared_ptr<const Vocabulary> vocabulary;
};

// `data` as in find_data_directory().
[[nodiscard]] Expected<Resources> load_resources(const std::filesystem::path& data);

// The same with an analyzer for the thread that reads deeds, which shares the words it comes to
// know with the threads that index them.
struct IndexingTools {
  Resources resources;
  std::shared_ptr<TermCache> cache;
  std::unique_ptr<Analyzer> analyzer;
};

[[nodiscard]] Expected<IndexingTools> load_indexing_tools(const std::filesystem::path& data);

}  // namespace kiertoon
