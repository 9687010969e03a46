#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "server/problem.h"

namespace kiertoon {

// Bytes of the request line and headers, blank line included, once they are complete. `from` is
// where the last call with a shorter text ended its look; the bytes before it are not looked at
// again. Fails when they are too long or broken by a line feed alone.
[[nodiscard]] Valid<std::optional<std::size_t>> end_of_head(std::string_view received,
                                                            std::size_t from);

// The name under which the HTTP library is handed Accept-Encoding: under the real one it would
// compress by itself, with Brotli's slowest setting, tiny answers too, and what a quality of 0
// rules out.
inline constexpr std::string_view kAcceptEncodingHeader = "Kiertoon-Accept-Encoding";

struct RequestHead {
  // The head as the HTTP library gets it: request line, and of the headers only those that somebody
  // here reads. So no Range (it would copy the body once for each of a million ranges), no
  // REMOTE_ADDR that a client made up.
  std::string text = {};
  std::size_t body_bytes = 0;
  bool expects_continue = false;
};

// Checks a complete head against RFC 9112 and the limits. A body must have a Content-Length (411:
// chunks would pass every limit) and come uncompressed (415).
[[nodiscard]] Valid<RequestHead> parse_head(std::string_view head);

}  // namespace kiertoon
