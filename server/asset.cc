#include "server/asset.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace kiertoon {

const Asset& asset(std::string_view name) {
  const auto all = assets();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Asset& one) { return one.name == name; });
  if (found == all.end()) {
    throw std::logic_error("not embedded: " + std::string(name));
  }
  return *found;
}

}  // namespace kiertoon
