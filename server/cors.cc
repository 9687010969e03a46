#include "server/cors.h"

#include <algorithm>
#include <utility>

#include "server/limits.h"

namespace kiertoon {

namespace {

// What a script may read besides the body and the few headers it may read anyway.
constexpr std::string_view kExposed = "ETag";
constexpr std::string_view kAllowedHeaders = "Accept, Content-Type, If-None-Match";

void push_everybody(std::vector<Header>& headers) {
  headers.push_back({"Access-Control-Allow-Origin", "*"});
  headers.push_back({"Access-Control-Expose-Headers", std::string(kExposed)});
}

}  // namespace

CorsPolicy::CorsPolicy(std::vector<std::string> origins)
    : origins_(std::move(origins)),
      everybody_(std::find(origins_.begin(), origins_.end(), "*") != origins_.end()) {}

void CorsPolicy::allow(std::string_view origin, std::vector<Header>& headers) const {
  if (everybody_) {
    push_everybody(headers);
    return;
  }
  // Also without Origin: a cache must not hand this answer to a site that would get another.
  headers.push_back({"Vary", "Origin"});
  if (std::find(origins_.begin(), origins_.end(), origin) != origins_.end()) {
    headers.push_back({"Access-Control-Allow-Origin", std::string(origin)});
    headers.push_back({"Access-Control-Expose-Headers", std::string(kExposed)});
  }
}

void CorsPolicy::allow_everybody(std::vector<Header>& headers) {
  push_everybody(headers);
  // Lets a page load it that isolates itself from other origins (COEP).
  headers.push_back({"Cross-Origin-Resource-Policy", "cross-origin"});
}

void CorsPolicy::allow_preflight(std::string_view methods, std::vector<Header>& headers) {
  headers.push_back({"Access-Control-Allow-Methods", std::string(methods)});
  headers.push_back({"Access-Control-Allow-Headers", std::string(kAllowedHeaders)});
  headers.push_back({"Access-Control-Max-Age", std::to_string(limits::kPreflightFreshFor.count())});
}

}  // namespace kiertoon
