#include "server/etag.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "server/encoding.h"
#include "server/text.h"

namespace kiertoon {

namespace {

// Fowler, Noll, Vo: http://www.isthe.com/chongo/tech/comp/fnv/
constexpr std::uint64_t kFnvBasis = 14'695'981'039'346'656'037ULL;
constexpr std::uint64_t kFnvPrime = 1'099'511'628'211ULL;

std::uint64_t fnv(std::uint64_t hash, std::string_view text) {
  for (const char c : text) {
    hash = (hash ^ static_cast<std::uint8_t>(c)) * kFnvPrime;
  }
  return hash;
}

// The tag without weakness mark and quotes; empty when it is not a tag.
std::string_view unquoted(std::string_view tag) {
  tag = trim(tag);
  if (tag.starts_with("W/")) {
    tag.remove_prefix(2);
  }
  if (tag.size() < 2 || tag.front() != '"' || tag.back() != '"') {
    return {};
  }
  return tag.substr(1, tag.size() - 2);
}

// Whether `tag` is `etag`, or that of one of its compressed forms.
bool is_form_of(std::string_view tag, std::string_view etag) {
  if (!tag.starts_with(etag)) {
    return false;
  }
  const std::string_view rest = tag.substr(etag.size());
  return rest.empty() || rest == etag_suffix(Encoding::kBrotli) ||
         rest == etag_suffix(Encoding::kGzip);
}

}  // namespace

std::string make_etag(std::initializer_list<std::string_view> parts) {
  std::uint64_t hash = kFnvBasis;
  for (const std::string_view part : parts) {
    hash = fnv(hash, fmt::format("{}:", part.size()));
    hash = fnv(hash, part);
  }
  return fmt::format("{:016x}", hash);
}

std::optional<std::string> known_etag(std::string_view if_none_match, std::string_view etag) {
  if (trim(if_none_match) == "*") {
    return std::string(etag);
  }
  std::size_t start = 0;
  while (start < if_none_match.size()) {
    const std::size_t end = std::min(if_none_match.find(',', start), if_none_match.size());
    const std::string_view tag = unquoted(if_none_match.substr(start, end - start));
    if (is_form_of(tag, etag)) {
      return std::string(tag);
    }
    start = end + 1;
  }
  return std::nullopt;
}

}  // namespace kiertoon
