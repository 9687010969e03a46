#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language.h"
#include "search/deed/vocabulary.h"
#include "search/report/briefing.h"

namespace kiertoon {

// A number of a briefing, with what it is and by which rule it is counted, in words.
struct CountedTotal {
  std::string_view name;  // as in the JSON: "deeds"
  std::string_view title;
  std::string_view rule;
  std::size_t count = 0;
};

struct CountedRow {
  std::string value;
  std::string label;
  std::size_t count = 0;
};

// A table of a briefing: the sum of the rows + without - counted_again is the total.
struct CountedTable {
  std::string_view name;
  std::string_view title;
  std::string_view rule;
  std::vector<CountedRow> rows;
  std::string_view without_label;
  std::size_t without = 0;
  std::size_t counted_again = 0;
  std::size_t total = 0;
};

struct BriefingCounts {
  std::vector<CountedTotal> totals;
  std::vector<CountedTable> tables;
};

// The numbers of the candidates, in the order to show them.
[[nodiscard]] BriefingCounts counts_of(const Briefing& briefing,
                                       const Vocabulary& vocabulary,
                                       Language labels);

}  // namespace kiertoon
