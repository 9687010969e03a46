#pragma once

#include <string>

#include "search/report/briefing.h"
#include "server/briefing_counts.h"
#include "server/briefing_sentences.h"

namespace kiertoon {

// One line a candidate, for sorting and filtering; below it, after an empty line, what the briefing
// is of, and its numbers with their rules.
[[nodiscard]] std::string briefing_csv(const Briefing& briefing,
                                       const BriefingCounts& counts,
                                       const BriefingSentences& say);

}  // namespace kiertoon
