#include "indexer/resources.h"

#include <utility>

#include "base/files.h"

namespace kiertoon {

Expected<Resources> load_resources(const std::filesystem::path& data) {
  const auto folder = find_data_directory(data);
  if (!folder) {
    return tl::unexpected(folder.error());
  }
  auto analysis_data = load_analysis_data(*folder);
  if (!analysis_data) {
    return tl::unexpected(analysis_data.error());
  }
  auto vocabulary = Vocabulary::load(*folder / "vocabulary");
  if (!vocabulary) {
    return tl::unexpected(vocabulary.error());
  }
  auto analyzer = Analyzer::create(*analysis_data);
  if (!analyzer) {
    return tl::unexpected(analyzer.error());
  }
  return Resources{*analysis_data,
                   std::make_shared<const Vocabulary>(std::move(*vocabulary)),
                   std::move(*analyzer)};
}

}  // namespace kiertoon
