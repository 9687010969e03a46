#pragma once

#include <string>
#include <string_view>

#include "analysis/language.h"
#include "search/deed/vocabulary.h"
#include "search/report/briefing.h"
#include "server/parameters.h"

namespace kiertoon {

enum class BriefingFormat { kJson, kHtml, kCsv, kMarkdown };

// GET or POST /briefings, parsed and valid.
struct BriefingQuery {
  BriefingRequest request;
  Language labels = Language::kFinnish;
  BriefingFormat format = BriefingFormat::kJson;
};

// Of GET: `ids` (separated by commas) or filters, `neighbours`, `lang`, `format`. `accept` is the
// header's value; the parameter `format` goes before it. Fails at the first parameter that is
// unknown, given twice, or not a value the API takes, and when there are neither ids nor filters,
// or both.
[[nodiscard]] Valid<BriefingQuery> parse_briefing_query(const Parameters& parameters,
                                                        std::string_view accept,
                                                        const Vocabulary& vocabulary);

// Of POST: the body is a JSON object of `ids` or `filters`, `neighbours`, `lang`; `format` is the
// only parameter. Problems name the field: "filters.theme".
[[nodiscard]] Valid<BriefingQuery> parse_briefing_body(std::string_view body,
                                                       const Parameters& parameters,
                                                       std::string_view accept,
                                                       const Vocabulary& vocabulary);

// The same text for two queries exactly when they ask for the same answer.
[[nodiscard]] std::string canonical(const BriefingQuery& query);

}  // namespace kiertoon
