#include "server/media_type.h"

#include <algorithm>

#include "server/encoding.h"
#include "server/text.h"

namespace kiertoon {

namespace {

enum Closeness { kNone, kAnything, kKind, kExactly };

Closeness closeness(std::string_view range, std::string_view type) {
  if (equals_ignoring_case(range, type)) {
    return kExactly;
  }
  if (range == "*/*") {
    return kAnything;
  }
  const std::string_view kind = type.substr(0, type.find('/') + 1);
  return range.size() == kind.size() + 1 && range.back() == '*' &&
                 equals_ignoring_case(range.substr(0, kind.size()), kind)
             ? kKind
             : kNone;
}

int quality_of_type(std::string_view accept, std::string_view type) {
  Closeness closest = kNone;
  int quality = 0;
  std::size_t start = 0;
  while (start < accept.size()) {
    const std::size_t end = std::min(accept.find(',', start), accept.size());
    const std::string_view item = accept.substr(start, end - start);
    const std::size_t semicolon = std::min(item.find(';'), item.size());
    const Closeness found = closeness(trim(item.substr(0, semicolon)), type);
    if (found > closest) {
      closest = found;
      quality = quality_of(item.substr(semicolon));
    }
    start = end + 1;
  }
  return quality;
}

}  // namespace

std::size_t preferred_media_type(std::string_view accept,
                                 std::span<const std::string_view> offered) {
  std::size_t best = 0;
  int best_quality = 0;
  for (std::size_t i = 0; i < offered.size(); ++i) {
    const int quality = quality_of_type(accept, offered[i]);
    if (quality > best_quality) {
      best = i;
      best_quality = quality;
    }
  }
  return best;
}

}  // namespace kiertoon
