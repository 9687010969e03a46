#include "search/index/generation_date.h"

#include <string>

#include "search/deed/deed.h"

namespace kiertoon {

std::optional<std::chrono::year_month_day> generation_date(std::string_view generation) {
  constexpr std::string_view kPrefix = "generation-";
  constexpr std::size_t kDigits = 8;
  if (!generation.starts_with(kPrefix) || generation.size() < kPrefix.size() + kDigits) {
    return std::nullopt;
  }
  std::string day(generation.substr(kPrefix.size(), kDigits));
  day.insert(6, "-").insert(4, "-");
  return date_from_iso(day);
}

}  // namespace kiertoon
