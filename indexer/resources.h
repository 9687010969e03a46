#pragma once

#include <filesystem>
#include <memory>

#include "analysis/analyzer.h"
#include "base/error.h"
#include "search/deed/vocabulary.h"

namespace kiertoon {

// What the commands need from the data folder and from Voikko.
struct Resources {
  std::shared_ptr<const AnalysisData> analysis_data;
  std::shared_ptr<const Vocabulary> vocabulary;
  std::unique_ptr<Analyzer> analyzer;
};

// `data` as in find_data_directory().
[[nodiscard]] Expected<Resources> load_resources(const std::filesystem::path& data);

}  // namespace kiertoon
