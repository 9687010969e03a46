#include "search/query/search_request.h"

#include <algorithm>

namespace kiertoon {

bool Filters::empty() const {
  return years.empty() && std::all_of(values.begin(), values.end(), [](const auto& wanted) {
           return wanted.empty();
         });
}

}  // namespace kiertoon
