#pragma once

#include <vector>

#include "search/report/briefing.h"

namespace kiertoon {

// What is to be warned of in the candidates of `briefing`, whose versions are known. `named_twice`
// holds candidates the request names more than once, ascending.
[[nodiscard]] std::vector<BriefingWarning> find_warnings(
    const Briefing& briefing, const std::vector<std::size_t>& named_twice);

}  // namespace kiertoon
