#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/call.h"
#include "server/cors.h"
#include "server/router.h"

namespace kiertoon {

// HTTP without the wire: what every answer has in common. Finds the service of a request, turns
// whatever goes wrong into a problem, and adds compression, caching, CORS and security headers.
// Thread-safe, and never throws.
class Application {
 public:
  Application(Router router, CorsPolicy cors)
      : router_(std::move(router)), cors_(std::move(cors)) {}

  [[nodiscard]] HttpReply answer(const HttpRequest& request) const;

  // The answer to what never became a request: too long, too slow, not HTTP.
  [[nodiscard]] HttpReply refusal(const Problem& problem) const;

 private:
  [[nodiscard]] Reply route(const HttpRequest& request, std::string_view& pattern) const;
  [[nodiscard]] Reply nothing_at(const HttpRequest& request, const std::string& path) const;
  [[nodiscard]] Reply options(const HttpRequest& request, std::string_view path) const;
  [[nodiscard]] HttpReply finish(Reply reply, const HttpRequest& request) const;

  Router router_;
  CorsPolicy cors_;
};

}  // namespace kiertoon
