#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/search_service.h"
#include "tests/search/test_index.h"
#include "tests/test_folder.h"

namespace kiertoon {

// What other words a query's words have, in place of what the project ships and a machine has.
struct OtherWords {
  struct Dictionary {
    std::string languages;                                     // "swe-fin"
    std::vector<std::pair<std::string, std::string>> entries;  // headword and text
  };

  std::string thesaurus;  // lines of a file
  std::vector<Dictionary> dictionaries = {};
};

// A service over an index of some deeds that knows these other words alone.
class QueryIndex {
 public:
  QueryIndex(const std::vector<Deed>& deeds, const OtherWords& other_words);

  // They throw what is wrong instead of returning it.
  [[nodiscard]] SearchResult search(const SearchRequest& request);
  [[nodiscard]] SearchResult search(std::string_view text);
  // Ids of the first hits, best first.
  [[nodiscard]] std::vector<std::string> ids(std::string_view text);

 private:
  TestFolder folder_;
  std::unique_ptr<SearchService> service_;
};

[[nodiscard]] std::vector<std::string> ids_of(const std::vector<Hit>& hits);

// Each as "word (fi): name, name", in order.
[[nodiscard]] std::vector<std::string> listing(const std::vector<ExpandedWord>& words);

// Each as "organisation liminka: Limingan", in order.
[[nodiscard]] std::vector<std::string> listing(const std::vector<RecognisedName>& names);

}  // namespace kiertoon
