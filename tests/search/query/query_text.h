#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/language.h"
#include "analysis/thesaurus.h"
#include "search/query/query_run.h"

namespace kiertoon {

// The words of a query without operators, as those who read them get them from the planner.
class QueryText {
 public:
  // In the language that its function words say.
  explicit QueryText(std::string_view text);
  QueryText(const QueryText&) = delete;
  QueryText& operator=(const QueryText&) = delete;
  QueryText(QueryText&&) = delete;
  QueryText& operator=(QueryText&&) = delete;
  ~QueryText() = default;

  [[nodiscard]] const QueryRun& run() const { return runs_.front(); }
  [[nodiscard]] const std::vector<QueryRun>& runs() const { return runs_; }
  [[nodiscard]] Language detected() const { return detected_; }

 private:
  QueryClause clause_;
  Language detected_;
  std::vector<QueryRun> runs_;  // one
};

// A thesaurus of these lines, in the format of data/thesaurus. Throws what is wrong with them.
[[nodiscard]] Thesaurus thesaurus_of(std::string_view lines);

}  // namespace kiertoon
