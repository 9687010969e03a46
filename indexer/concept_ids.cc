#include "indexer/concept_ids.h"

#include <cstddef>
#include <unordered_map>
#include <unordered_set>

#include "analysis/thesaurus.h"
#include "search/deed/vocabulary.h"

namespace kiertoon {
namespace {

constexpr std::string_view kSeparators = "/#:";
constexpr std::size_t kRoomForNumber = 12;  // "-" and digits

// The last part of a URI; `uri` is left with what stands before it.
std::string_view take_last_part(std::string_view& uri) {
  const std::size_t end = uri.find_last_not_of(kSeparators);
  uri = uri.substr(0, end == std::string_view::npos ? 0 : end + 1);
  const std::size_t separator = uri.find_last_of(kSeparators);
  const std::size_t begin = separator == std::string_view::npos ? 0 : separator + 1;
  const std::string_view part = uri.substr(begin);
  uri = uri.substr(0, begin);
  return part;
}

std::string id_of(std::string_view text) {
  const std::string slug = slug_of(text);
  return slug.empty() ? "concept" : slug.substr(0, kLongestConceptId - kRoomForNumber);
}

std::string short_id(std::string_view uri) {
  return id_of(take_last_part(uri));
}

std::string long_id(std::string_view uri) {
  const std::string_view last = take_last_part(uri);
  return id_of(std::string(take_last_part(uri)) + "-" + std::string(last));
}

}  // namespace

std::vector<std::string> concept_ids(const std::vector<std::string_view>& uris) {
  std::vector<std::string> ids;
  std::unordered_map<std::string, std::size_t> bearers;
  for (const std::string_view uri : uris) {
    ids.push_back(short_id(uri));
    ++bearers[ids.back()];
  }
  std::unordered_set<std::string> used;
  for (const auto& [id, count] : bearers) {
    used.insert(id);  // also where nobody gets it: it would mislead
  }
  std::unordered_map<std::string, std::size_t> last_number;
  for (std::size_t i = 0; i < uris.size(); ++i) {
    if (bearers[ids[i]] == 1) {
      continue;
    }
    const std::string id = long_id(uris[i]);
    ids[i] = id;
    while (!used.insert(ids[i]).second) {
      ids[i] = id + '-' + std::to_string(++last_number[id] + 1);
    }
  }
  return ids;
}

}  // namespace kiertoon
