#pragma once

#include <string_view>
#include <vector>

#include "analysis/token.h"
#include "search/query/query_parser.h"

namespace kiertoon {

// A word of a query's running text: of no operator, phrase or field.
struct RunWord {
  Token token;                          // offsets are into the clause's text
  std::string_view text;                // as typed; into the clause
  const QueryClause* clause = nullptr;  // it stands in
  bool is_stop_word = false;
};

// Words that follow each other without an operator between them.
using QueryRun = std::vector<RunWord>;

}  // namespace kiertoon
