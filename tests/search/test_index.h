#pragma once

#include <concepts>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/index_builder.h"
#include "search/search_service.h"
#include "tests/analysis/test_analyzer.h"
#include "tests/test_folder.h"

namespace kiertoon {

// The project's vocabulary, read once for all tests of a program. Throws what is wrong with it.
[[nodiscard]] const std::shared_ptr<const Vocabulary>& test_vocabulary();

// What a test says about a deed; the rest is the same for all: a lead organisation "Koski Oy".
struct DeedText {
  std::string id;
  std::string title;
  std::string summary;
  std::string body;  // of one section; none when empty
  Language language = Language::kFinnish;
};
[[nodiscard]] Deed deed_of(const DeedText& text);
[[nodiscard]] std::vector<Deed> deeds_of(const std::vector<DeedText>& texts);

// The deeds of a JSON Lines file. Throws when one is not valid.
[[nodiscard]] std::vector<Deed> read_deeds(const std::filesystem::path& file);

[[nodiscard]] Expected<std::unique_ptr<IndexBuilder>> test_builder(
    const std::filesystem::path& index);

// Builds a generation of these deeds and publishes it. Throws when that fails.
PublishedIndex publish_deeds(const std::filesystem::path& index, const std::vector<Deed>& deeds);

// What the project's queries are understood by, read once for all tests of a program.
[[nodiscard]] const std::shared_ptr<const SearchService::Data>& test_search_data();

[[nodiscard]] Expected<std::unique_ptr<SearchService>> open_test_service(
    const std::filesystem::path& index);

// A service over an index of some deeds, in a folder that goes with it.
class TestIndex {
 public:
  explicit TestIndex(const std::vector<DeedText>& texts);
  // A template, so that a list in braces is a list of DeedText.
  template <std::same_as<Deed> D>
  explicit TestIndex(const std::vector<D>& deeds) {
    build(deeds);
  }

  [[nodiscard]] SearchService& service() { return *service_; }

  // Throws what is wrong instead of returning it.
  [[nodiscard]] SearchResult search(const SearchRequest& request);
  [[nodiscard]] SearchResult search(std::string_view text);

  // Ids of the hits, best first.
  [[nodiscard]] std::vector<std::string> ids(const SearchRequest& request);
  [[nodiscard]] std::vector<std::string> ids(std::string_view text);

 private:
  void build(const std::vector<Deed>& deeds);

  TestFolder folder_;
  std::unique_ptr<SearchService> service_;
};

// The text of segments, matches in brackets: "Mallia [työhyvinvointiin]".
[[nodiscard]] std::string marked(const std::vector<Segment>& segments);
// The same without brackets.
[[nodiscard]] std::string plain(const std::vector<Segment>& segments);

}  // namespace kiertoon
