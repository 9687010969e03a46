#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/translation/dictionaries.h"
#include "base/error.h"
#include "search/deed/deed.h"
#include "search/deed/vocabulary.h"
#include "search/query/search_request.h"
#include "search/query/search_result.h"
#include "search/report/briefing.h"
#include "search/report/statistics.h"
#include "search/similar/similar_request.h"
#include "search/similar/similar_result.h"
#include "search/words/suggest_request.h"
#include "search/words/suggest_result.h"

namespace kiertoon {

struct SearchServiceOptions {
  std::filesystem::path index;  // the folder that holds the generations
  std::filesystem::path data;   // as in find_data_directory()
  // Of the operator, beside those of the data folder (analysis/thesaurus.h).
  std::vector<std::filesystem::path> thesauri = {};
  // Where dictionaries are looked for; absent ones translate nothing.
  std::filesystem::path dictionaries = kDefaultDictionaryFolder;
  std::size_t parallelism = 2;  // searches that run at the same time; more wait their turn
};

// A deed together with the values its organisations and keywords have in facets and filters, in the
// order of deed.organisations and deed.keywords.
struct StoredDeed {
  Deed deed;
  std::vector<std::string> organisation_slugs;
  std::vector<std::string> keyword_values;
};

// Values of a facet over the whole index.
using FacetTable = std::vector<FacetCounts>;

// Everything a program asks of one index, over all its generations. Thread-safe. A new generation
// is noticed within a second and taken into use without disturbing the requests under way.
class SearchService {
 public:
  // What queries are understood by: read once, before an index is opened. Fails with a sentence
  // that names file and place. Immutable.
  struct Data;
  [[nodiscard]] static Expected<std::shared_ptr<const Data>> load_data(
      const SearchServiceOptions& options);

  // Opens the current generation. Fails with a sentence for the operator when there is none, when
  // it was made by another version of the schema, or when the folder holds something else; and when
  // a thesaurus or a dictionary is broken, naming file and place.
  [[nodiscard]] static Expected<std::unique_ptr<SearchService>> open(
      const SearchServiceOptions& options);
  // The same with data that is loaded.
  [[nodiscard]] static Expected<std::unique_ptr<SearchService>> open(
      const SearchServiceOptions& options, const std::shared_ptr<const Data>& data);

  virtual ~SearchService() = default;
  SearchService(const SearchService&) = delete;
  SearchService& operator=(const SearchService&) = delete;
  SearchService(SearchService&&) = delete;
  SearchService& operator=(SearchService&&) = delete;

  [[nodiscard]] virtual Expected<SearchResult> search(const SearchRequest& request) = 0;

  // The whole deed, contacts included: who shows it decides about those. Nothing when there is no
  // such id.
  [[nodiscard]] virtual Expected<std::optional<StoredDeed>> deed(std::string_view id) = 0;

  // The deeds of a period in numbers.
  [[nodiscard]] virtual Expected<Statistics> statistics(const StatisticsRequest& request) = 0;

  // Fails with kNotFound, naming the id, when a given deed is not in the index.
  [[nodiscard]] virtual Expected<SimilarResult> similar(const SimilarRequest& request) = 0;

  [[nodiscard]] virtual Expected<SuggestResult> suggest(const SuggestRequest& request) = 0;

  // Fails as compute_briefing() does.
  [[nodiscard]] virtual Expected<Briefing> briefing(const BriefingRequest& request) = 0;

  // What the analyzer makes of a text.
  [[nodiscard]] virtual std::vector<Token> analyze(std::string_view text, Language language) = 0;
  [[nodiscard]] virtual Language detect_language(std::string_view text) = 0;

  // Names of themes, sectors, organisations, and how many deeds of the index carry each.
  [[nodiscard]] virtual const Vocabulary& vocabulary() const = 0;
  [[nodiscard]] virtual std::shared_ptr<const FacetTable> counts() const = 0;

  // Whether a search that begins now can be answered: fails when the newest generation can no
  // longer be opened. Looks at the disk.
  [[nodiscard]] virtual Expected<void> check() = 0;

  // Name of the generation that answers now, and the number of deeds in it.
  [[nodiscard]] virtual std::string generation() const = 0;
  [[nodiscard]] virtual std::size_t deed_count() const = 0;

 protected:
  SearchService() = default;
};

}  // namespace kiertoon
