#include "search/resources.h"

#include <utility>

#include "base/files.h"

namespace kiertoon {
namespace {

constexpr std::size_t kCachedWords = 300'000;  // those of a corpus, not of a question

}  // namespace

Expected<Resources> load_resources(const std::filesystem::path& data) {
  auto folder = find_data_directory(data);
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
  return Resources{std::move(*folder),
                   std::move(*analysis_data),
                   std::make_shared<const Vocabulary>(std::move(*vocabulary))};
}

Expected<IndexingTools> load_indexing_tools(const std::filesystem::path& data) {
  auto resources = load_resources(data);
  if (!resources) {
    return tl::unexpected(resources.error());
  }
  auto cache = std::make_shared<TermCache>(kCachedWords);
  auto analyzer = Analyzer::create(resources->analysis_data, cache);
  if (!analyzer) {
    return tl::unexpected(analyzer.error());
  }
  return IndexingTools{std::move(*resources), std::move(cache), std::move(*analyzer)};
}

}  // namespace kiertoon
