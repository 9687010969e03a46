// Any bytes as the body of POST /similar: what is accepted keeps the limits, what is refused is
// answered as a bad request in valid UTF-8.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/utf8.h"
#include "server/similar_parameters.h"
#include "tests/fuzz/require.h"
#include "tests/search/test_index.h"

namespace {

using kiertoon::require;

void check_request(const kiertoon::SimilarRequest& request) {
  require(!request.ids.empty() || !request.text.empty());
  require(request.ids.size() <= kiertoon::kMaxSimilarIds);
  require(request.text.size() <= kiertoon::kMaxSimilarTextBytes);
  require(kiertoon::is_valid_utf8(request.text));
  require(std::all_of(request.ids.begin(), request.ids.end(), [](const auto& id) {
    return !id.empty() && kiertoon::is_valid_utf8(id);
  }));
  require(kiertoon::is_valid_utf8(kiertoon::canonical(request)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body(reinterpret_cast<const char*>(data), size);
  const auto request = kiertoon::parse_similar_body(body, {}, *kiertoon::test_vocabulary());
  if (request) {
    check_request(*request);
  } else {
    require(request.error().status == 400 && !request.error().detail.empty());
    require(kiertoon::is_valid_utf8(kiertoon::problem_json(request.error())));
  }
  return 0;
}
