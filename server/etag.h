#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "server/call.h"

namespace kiertoon {

// A tag, without quotes, of everything that decides an answer: which index, which request, which
// program. Equal parts in equal order give equal tags; 64 bits of FNV-1a, so two of a site's
// million pages meet with a chance of 1 to 30 million.
[[nodiscard]] std::string make_etag(std::initializer_list<std::string_view> parts);

// The tag of an If-None-Match header (a list, weak or strong tags, or `*`) that names `etag`:
// itself, or the tag given out for a compressed form of the answer ("...-br", "...-gzip"). Nothing
// when none does.
[[nodiscard]] std::optional<std::string> known_etag(std::string_view if_none_match,
                                                    std::string_view etag);

// What an answer is tagged with, and who may keep it.
struct Tag {
  std::string etag = {};
  Caching caching = Caching::kShared;
};

// 304 when the client holds that answer already; otherwise what `make` answers, tagged. A problem
// stays untagged and unkept.
template <typename Make>
[[nodiscard]] Reply answer_unless_known(const Call& call, const Tag& tag, Make&& make) {
  if (auto known = known_etag(call.if_none_match, tag.etag)) {
    return {.status = 304, .etag = std::move(*known), .caching = tag.caching};
  }
  Reply reply = make();
  if (reply.status == 200) {
    reply.caching = tag.caching;
    if (reply.etag.empty()) {
      reply.etag = tag.etag;
    }
  }
  return reply;
}

}  // namespace kiertoon
