#pragma once

#include <string>

#include "search/report/briefing.h"
#include "server/briefing_counts.h"
#include "server/briefing_sentences.h"

namespace kiertoon {

[[nodiscard]] std::string briefing_html(const Briefing& briefing,
                                        const BriefingCounts& counts,
                                        const BriefingSentences& say);

}  // namespace kiertoon
