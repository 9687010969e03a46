#include "tests/search/query/query_index.h"

#include <filesystem>

#include "tests/analysis/test_analyzer.h"
#include "tests/analysis/translation/dictd_writer.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

// The project's data with another thesaurus.
std::filesystem::path data_folder(const TestFolder& folder, std::string_view thesaurus) {
  folder.write("data/thesaurus/test.tsv", thesaurus);
  for (const auto& shipped : std::filesystem::directory_iterator(test_data_folder())) {
    const auto name = shipped.path().filename();
    if (name != "thesaurus") {
      std::filesystem::create_symlink(shipped.path(), folder.path("data") / name);
    }
  }
  return folder.path("data");
}

}  // namespace

QueryIndex::QueryIndex(const std::vector<Deed>& deeds, const OtherWords& other_words) {
  publish_deeds(folder_.path("index"), deeds);
  const TestFolder dictionaries;
  for (const auto& dictionary : other_words.dictionaries) {
    testing::write_dictionary(dictionaries, dictionary.languages, dictionary.entries);
  }
  service_ =
      value_or_throw(SearchService::open({.index = folder_.path("index"),
                                          .data = data_folder(folder_, other_words.thesaurus),
                                          .dictionaries = dictionaries.path(),
                                          .parallelism = 1}));
}

SearchResult QueryIndex::search(const SearchRequest& request) {
  return value_or_throw(service_->search(request));
}

SearchResult QueryIndex::search(std::string_view text) {
  return search(SearchRequest{.text = std::string(text)});
}

std::vector<std::string> QueryIndex::ids(std::string_view text) {
  return ids_of(search(text).hits);
}

std::vector<std::string> ids_of(const std::vector<Hit>& hits) {
  std::vector<std::string> ids;
  ids.reserve(hits.size());
  for (const auto& hit : hits) {
    ids.push_back(hit.id);
  }
  return ids;
}

std::vector<std::string> listing(const std::vector<ExpandedWord>& words) {
  std::vector<std::string> lines;
  for (const auto& word : words) {
    std::string line = word.word + " (" + std::string(language_code(word.language)) + "):";
    for (const auto& name : word.as) {
      line += (name == word.as.front() ? " " : ", ") + name;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> listing(const std::vector<RecognisedName>& names) {
  std::vector<std::string> lines;
  lines.reserve(names.size());
  for (const auto& name : names) {
    lines.push_back(std::string(name_of(name.facet)) + " " + name.value + ": " + name.text);
  }
  return lines;
}

}  // namespace kiertoon
