// Any bytes as a query: every clause lies in the text it was read from, no group is empty.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "search/query/query_parser.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using kiertoon::require;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const kiertoon::QueryGroup& group : kiertoon::parse_query(text).groups) {
    require(!group.alternatives.empty());
    for (const kiertoon::QueryClause& clause : group.alternatives) {
      require(clause.start <= clause.end && clause.end <= size);
      require(clause.text.size() <= clause.end - clause.start);
    }
  }
  return 0;
}
