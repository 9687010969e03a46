#include "tests/analysis/test_analyzer.h"

#include "tests/value_or_throw.h"

namespace kiertoon {

std::filesystem::path test_data_folder() {
  return std::filesystem::path(KIERTOON_SOURCE_DIR) / "data";
}

const std::shared_ptr<const AnalysisData>& test_analysis_data() {
  static const auto data = value_or_throw(load_analysis_data(test_data_folder()));
  return data;
}

Analyzer& test_analyzer() {
  static const auto analyzer = value_or_throw(Analyzer::create(test_analysis_data()));
  return *analyzer;
}

std::set<std::string> terms_in(std::string_view text, Language language, TextRole role) {
  std::set<std::string> found;
  for (const auto& token : test_analyzer().analyze(text, language, role)) {
    for (const auto& term : *token.terms) {
      if (term.kind != TermKind::kSurfaceForm) {
        found.insert(term.text);
      }
    }
  }
  return found;
}

}  // namespace kiertoon
