// Any bytes as a query string: parameters are valid UTF-8 and know their places; a search that is
// accepted keeps the limits, one that is refused says where.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/utf8.h"
#include "server/parameters.h"
#include "server/search_parameters.h"
#include "tests/fuzz/require.h"
#include "tests/search/test_index.h"

namespace {

using kiertoon::require;

void check_problem(const kiertoon::Problem& problem, std::string_view query) {
  require(problem.status == 400 && !problem.detail.empty());
  require(!problem.position || *problem.position <= query.size());
  require(kiertoon::is_valid_utf8(kiertoon::problem_json(problem)));
}

void check_places(const kiertoon::Parameters& parameters, std::string_view query) {
  for (const kiertoon::Parameter& item : parameters.items()) {
    require(kiertoon::is_valid_utf8(item.name) && kiertoon::is_valid_utf8(item.value));
    require(item.name_offset <= item.value_offset && item.value_offset <= query.size());
    require(query.substr(item.value_offset, item.raw_value.size()) == item.raw_value);
  }
}

void check_search(const kiertoon::DeedsQuery& query) {
  const kiertoon::SearchRequest& request = query.request;
  require(request.limit >= 1 && request.limit <= kiertoon::kMaxHitsPerPage);
  require(request.offset + request.limit <= kiertoon::kMaxReachableHits);
  require(request.offset == (query.page - 1) * query.per_page);
  require(kiertoon::count_code_points(request.text) <= kiertoon::kMaxQueryCharacters);
  require(kiertoon::is_valid_utf8(kiertoon::canonical(query)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view query(reinterpret_cast<const char*>(data), size);
  const auto parameters = kiertoon::Parameters::parse(query);
  if (!parameters) {
    check_problem(parameters.error(), query);
    return 0;
  }
  check_places(*parameters, query);
  const auto search = kiertoon::parse_deeds_query(*parameters, *kiertoon::test_vocabulary());
  if (search) {
    check_search(*search);
  } else {
    check_problem(search.error(), query);
  }
  return 0;
}
