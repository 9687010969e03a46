#include "bench/eval/temporary_index.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

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
  auto service = SearchService::open({.index = index->folder_, .data = tools.resources.folder});
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
  auto builder = IndexBuilder::create({.index = folder_}, tools.resources, tools.cache);
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
