#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "analysis/analyzer.h"

namespace kiertoon {

// The project's data folder, what the analyzer reads from it, and an analyzer: made once for all
// tests of a program. They throw what is wrong. The analyzer is for one thread at a time.
[[nodiscard]] std::filesystem::path test_data_folder();
[[nodiscard]] const std::shared_ptr<const AnalysisData>& test_analysis_data();
[[nodiscard]] Analyzer& test_analyzer();

// The terms of a text. The words as written are left out: they follow from the spelling alone.
[[nodiscard]] std::set<std::string> terms_in(std::string_view text,
                                             Language language = Language::kFinnish,
                                             TextRole role = TextRole::kDocument);

}  // namespace kiertoon
