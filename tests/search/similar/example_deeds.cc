#include "tests/search/similar/example_deeds.h"

#include <algorithm>

#include "tests/search/test_index.h"
#include "tests/value_or_throw.h"

namespace kiertoon {

const std::vector<Deed>& example_deeds() {
  static const auto deeds = [] {
    auto read = read_deeds(test_data_folder() / "deeds" / "examples.jsonl");
    std::sort(read.begin(), read.end(), [](const Deed& a, const Deed& b) { return a.id < b.id; });
    return read;
  }();
  return deeds;
}

const Deed& example_deed(std::string_view id) {
  return *std::find_if(example_deeds().begin(), example_deeds().end(), [&](const Deed& deed) {
    return deed.id == id;
  });
}

SearchService& example_service() {
  static TestIndex index(example_deeds());
  return index.service();
}

std::vector<SimilarDeed> similar(const SimilarRequest& request) {
  return value_or_throw(example_service().similar(request)).deeds;
}

std::vector<std::string> ids(const std::vector<SimilarDeed>& deeds) {
  std::vector<std::string> all;
  for (const auto& deed : deeds) {
    all.push_back(deed.facts.id);
  }
  return all;
}

std::size_t place_of(const std::string& id, const std::vector<SimilarDeed>& deeds) {
  for (std::size_t i = 0; i < deeds.size(); ++i) {
    if (deeds[i].facts.id == id ||
        std::find(deeds[i].duplicates.begin(), deeds[i].duplicates.end(), id) !=
            deeds[i].duplicates.end()) {
      return i + 1;
    }
  }
  return 0;
}

SimilarRequest wide(const std::string& id) {
  return {.ids = {id},
          .limit = 10,
          .own_organisation = OwnOrganisation::kIncluded,
          .max_per_organisation = 0,
          .distance = Distance::kAny};
}

}  // namespace kiertoon
