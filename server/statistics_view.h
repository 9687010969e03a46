#pragma once

#include <string>

#include "analysis/language.h"
#include "search/deed/vocabulary.h"
#include "search/report/statistics.h"

namespace kiertoon {

// The answers of GET /statistics, with names and rules in the language of `labels`.
[[nodiscard]] std::string statistics_json(const Statistics& statistics,
                                          const Vocabulary& vocabulary,
                                          Language labels);
[[nodiscard]] std::string statistics_csv(const Statistics& statistics,
                                         const Vocabulary& vocabulary,
                                         Language labels);

}  // namespace kiertoon
