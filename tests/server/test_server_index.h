#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/search_service.h"
#include "tests/test_folder.h"

namespace kiertoon {

// Deeds to serve: "2021-0042" has a bit of everything, markup and quotes in its texts included.
[[nodiscard]] std::vector<Deed> server_test_deeds();

// An index of the deeds to serve, in a folder that goes with it.
class ServerTestIndex {
 public:
  ServerTestIndex();

  [[nodiscard]] std::filesystem::path path() const { return folder_.path("index"); }
  // The name of the generation in use.
  [[nodiscard]] const std::string& generation() const { return generation_; }

  // A service of its own over this index. Throws what is wrong with it.
  [[nodiscard]] std::unique_ptr<SearchService> open(std::size_t parallelism = 2) const;

  // Puts a new generation in the place of the one in use.
  void publish();

  // Overwrites the generation in use. A service that is open but has not searched fails then.
  void corrupt() const;

 private:
  TestFolder folder_;
  std::string generation_;
};

// The service that the tests of a program share, over an index built when first asked for.
[[nodiscard]] SearchService& server_test_service();

// Whether `service` answers from `generation` before long.
[[nodiscard]] bool comes_to_answer_from(const SearchService& service, std::string_view generation);

}  // namespace kiertoon
