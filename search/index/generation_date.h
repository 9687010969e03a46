#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace kiertoon {

// The day (UTC) a generation was made, as its name tells: "generation-20261122T093000Z-4711-1".
// Nothing for a name of another form.
[[nodiscard]] std::optional<std::chrono::year_month_day> generation_date(
    std::string_view generation);

}  // namespace kiertoon
