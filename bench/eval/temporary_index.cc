#include "bench/eval/temporary_index.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

#include "base/files.h"

namespace kiertoon {
namespace {

Expected<std::filesystem::path> make_temporary_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "kiertoon-eval-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    return fail(ErrorCode::kUnavailable, "cannot make the folder " + name);
  }
  return std::filesystem::path(name);
}

Expected<void> sort_by_id(std::vector<Deed>& deeds) {
  std::sort(deeds.begin(), deeds.end(), [](const Deed& a, const Deed& b) { return a.id < b.id; });
  const auto same = std::adjacent_find(
      deeds.begin(), deeds.end(), [](const Deed& a, const Deed& b) { return a.id == b.id; });
  return same == deeds.end()
             ? Expected<void>()
             : fail(ErrorCode::kInvalidData, "the id \"" + same->id + "\" is used twice");
}

}  // namespace

Expected<IndexingTools> load_indexing_tools(const std::filesystem::path& data) {
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
  auto analyzer = Analyzer::create(*analysis_data);
  if (!analyzer) {
    return tl::unexpected(analyzer.error());
  }
  return IndexingTools{*folder,
                       *analysis_data,
                       std::make_shared<const Vocabulary>(std::move(*vocabulary)),
                       std::move(*analyzer)};
}

Expected<std::unique_ptr<TemporaryIndex>> TemporaryIndex::create(std::vector<Deed> deeds,
                                                                 const IndexingTools& tools) {
  auto folder = make_temporary_folder();
  if (!folder) {
    return tl::unexpected(folder.error());
  }
  std::unique_ptr<TemporaryIndex> index(new TemporaryIndex());
  index->folder_ = std::move(*folder);
  if (auto built = index->build(std::move(deeds), tools); !built) {
    return tl::unexpected(built.error());
  }
  auto service = SearchService::open({.index = index->folder_, .data = tools.data});
  if (!service) {
    return tl::unexpected(service.error());
  }
  index->service_ = std::move(*service);
  return index;
}

TemporaryIndex::~TemporaryIndex() {
  service_.reset();
  std::error_code ignored;  // nothing depends on the folder being gone
  std::filesystem::remove_all(folder_, ignored);
}

Expected<void> TemporaryIndex::build(std::vector<Deed> deeds, const IndexingTools& tools) {
  const auto began = std::chrono::steady_clock::now();
  if (auto sorted = sort_by_id(deeds); !sorted) {
    return sorted;
  }
  auto builder = IndexBuilder::create({.index = folder_}, tools.analysis_data, tools.vocabulary);
  if (!builder) {
    return tl::unexpected(builder.error());
  }
  for (Deed& deed : deeds) {
    if (auto added = (*builder)->add(std::move(deed)); !added) {
      return added;
    }
  }
  auto published = (*builder)->publish();
  if (!published) {
    return tl::unexpected(published.error());
  }
  published_ = std::move(*published);
  indexing_time_ = std::chrono::steady_clock::now() - began;
  return {};
}

}  // namespace kiertoon
