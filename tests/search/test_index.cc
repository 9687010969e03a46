#include "tests/search/test_index.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <utility>

#include "search/deed/deed_json.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
const std::shared_ptr<const Vocabulary>& test_vocabulary() {
  static const std::shared_ptr<const Vocabulary> vocabulary = std::make_shared<const Vocabulary>(
      value_or_throw(Vocabulary::load(test_data_folder() / "vocabulary")));
  return vocabulary;
}

Deed deed_of(const DeedText& text) {
  Deed deed;
  deed.id = text.id;
  deed.language = text.language;
  deed.title = text.title;
  deed.summary = text.summary;
  if (!text.body.empty()) {
    deed.sections = {{.kind = SectionKind::kOther, .text = text.body}};
  }
  deed.organisations = {{.name = "Koski Oy", .type = OrganisationType::kCompany}};
  return deed;
}

std::vector<Deed> deeds_of(const std::vector<DeedText>& texts) {
  std::vector<Deed> deeds(texts.size());
  std::transform(texts.begin(), texts.end(), deeds.begin(), deed_of);
  return deeds;
}

std::vector<Deed> read_deeds(const std::filesystem::path& file) {
  std::vector<Deed> deeds;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    auto parsed = parse_deed(line);
    if (!parsed) {
      throw std::runtime_error(file.string() + ": " + parsed.error().front().to_string());
    }
    deeds.push_back(std::move(parsed->deed));
  }
  if (deeds.empty()) {
    throw std::runtime_error("no deeds in " + file.string());
  }
  return deeds;
}

Expected<std::unique_ptr<IndexBuilder>> test_builder(const std::filesystem::path& index) {
  return IndexBuilder::create({.index = index, .threads = 2},
                              {.folder = test_data_folder(),
                               .analysis_data = test_analysis_data(),
                               .vocabulary = test_vocabulary()},
                              std::make_shared<TermCache>(1000));
}

PublishedIndex publish_deeds(const std::filesystem::path& index, const std::vector<Deed>& deeds) {
  const auto builder = value_or_throw(test_builder(index));
  for (const auto& deed : deeds) {
    if (auto added = builder->add(deed); !added) {
      throw std::runtime_error(added.error().to_string());
    }
  }
  return value_or_throw(builder->publish());
}

const std::shared_ptr<const SearchService::Data>& test_search_data() {
  static const std::shared_ptr<const SearchService::Data> data =
      value_or_throw(SearchService::load_data({.index = {}, .data = test_data_folder()}));
  return data;
}

Expected<std::unique_ptr<SearchService>> open_test_service(const std::filesystem::path& index) {
  return SearchService::open({.index = index, .data = test_data_folder(), .parallelism = 2},
                             test_search_data());
}

TestIndex::TestIndex(const std::vector<DeedText>& texts) {
  build(deeds_of(texts));
}

void TestIndex::build(const std::vector<Deed>& deeds) {
  publish_deeds(folder_.path("index"), deeds);
  service_ = value_or_throw(open_test_service(folder_.path("index")));
}

SearchResult TestIndex::search(const SearchRequest& request) {
  return value_or_throw(service_->search(request));
}

SearchResult TestIndex::search(std::string_view text) {
  return search(SearchRequest{.text = std::string(text)});
}

std::vector<std::string> TestIndex::ids(const SearchRequest& request) {
  std::vector<std::string> found;
  for (const auto& hit : search(request).hits) {
    found.push_back(hit.id);
  }
  return found;
}

std::vector<std::string> TestIndex::ids(std::string_view text) {
  return ids(SearchRequest{.text = std::string(text), .limit = kMaxHitsPerPage});
}

std::string marked(const std::vector<Segment>& segments) {
  std::string text;
  for (const auto& segment : segments) {
    text += segment.match ? "[" + segment.text + "]" : segment.text;
  }
  return text;
}

std::string plain(const std::vector<Segment>& segments) {
  std::string text;
  for (const auto& segment : segments) {
    text += segment.text;
  }
  return text;
}

}  // namespace kiertoon
