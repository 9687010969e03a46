#include "search/search_session.h"

#include <algorithm>
#include <utility>

namespace kiertoon {

Expected<Understanding> load_understanding(const std::vector<std::filesystem::path>& thesauri,
                                           const Resources& resources) {
  auto files = thesaurus_files(resources.folder / "thesaurus");
  files.insert(files.end(), thesauri.begin(), thesauri.end());
  auto thesaurus = Thesaurus::load(files);
  if (!thesaurus) {
    return tl::unexpected(thesaurus.error());
  }
  auto recogniser = NameRecogniser::create(*resources.vocabulary, resources.folder / "vocabulary");
  if (!recogniser) {
    return tl::unexpected(recogniser.error());
  }
  return Understanding{std::move(*thesaurus), std::move(*recogniser)};
}

Expected<std::vector<std::unique_ptr<Session>>> make_sessions(
    std::size_t count,
    const Resources& resources,
    const std::shared_ptr<const Dictionaries>& dictionaries) {
  const auto cache = std::make_shared<TermCache>(kDefaultCachedWords);
  std::vector<std::unique_ptr<Session>> sessions;
  for (std::size_t i = 0; i < std::max<std::size_t>(count, 1); ++i) {
    auto analyzer = Analyzer::create(resources.analysis_data, cache);
    if (!analyzer) {
      return tl::unexpected(analyzer.error());
    }
    auto session = std::make_unique<Session>();
    session->analyzer = std::move(*analyzer);
    if (!dictionaries->all().empty()) {
      session->translator = std::make_unique<WordTranslator>(dictionaries, *session->analyzer);
    }
    sessions.push_back(std::move(session));
  }
  return sessions;
}

}  // namespace kiertoon
