#pragma once

#include <string>
#include <string_view>

#include "analysis/language.h"
#include "search/deed/vocabulary.h"
#include "search/report/statistics.h"
#include "server/parameters.h"

namespace kiertoon {

enum class StatisticsFormat { kJson, kCsv };

// GET /statistics, parsed and valid.
struct StatisticsQuery {
  StatisticsRequest request;
  Language labels = Language::kFinnish;
  StatisticsFormat format = StatisticsFormat::kJson;
};

// `accept` is the header's value; the parameter `format` goes before it. Fails at the first
// parameter that is unknown, given twice, not a value the API takes, or that contradicts another:
// the period comes from `year`, from `programme` or from `from` and `to`.
[[nodiscard]] Valid<StatisticsQuery> parse_statistics_query(const Parameters& parameters,
                                                            std::string_view accept,
                                                            const Vocabulary& vocabulary);

// The same text for two queries exactly when they ask for the same answer.
[[nodiscard]] std::string canonical(const StatisticsQuery& query);

}  // namespace kiertoon
