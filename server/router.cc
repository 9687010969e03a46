#include "server/router.h"

namespace kiertoon {

namespace {

// What stands at the pattern's {...} in `path`; empty for a pattern without; nothing when the path
// does not match.
std::optional<std::string_view> match(std::string_view pattern, std::string_view path) {
  const std::size_t open = pattern.find('{');
  if (open == std::string_view::npos) {
    return pattern == path ? std::optional(std::string_view()) : std::nullopt;
  }
  const std::string_view before = pattern.substr(0, open);
  const std::string_view after = pattern.substr(pattern.find('}') + 1);
  if (path.size() <= before.size() + after.size() || !path.starts_with(before) ||
      !path.ends_with(after)) {
    return std::nullopt;
  }
  const std::string_view variable =
      path.substr(before.size(), path.size() - before.size() - after.size());
  return variable.find('/') == std::string_view::npos ? std::optional(variable) : std::nullopt;
}

bool serves(const Route& route, std::string_view method) {
  return route.method == method || (route.method == "GET" && method == "HEAD");
}

}  // namespace

std::optional<Router::Match> Router::find(std::string_view method, std::string_view path) const {
  std::optional<Match> found;
  for (const Route& route : routes_) {
    const auto variable = match(route.pattern, path);
    if (!variable) {
      continue;
    }
    if (serves(route, method)) {
      return Match{&route, route.pattern, std::string(*variable)};
    }
    found = Match{nullptr, route.pattern, {}};
  }
  return found;
}

std::string Router::allowed(std::string_view path) const {
  std::string result;
  for (const Route& route : routes_) {
    if (match(route.pattern, path)) {
      result += route.method;
      result += route.method == "GET" ? ", HEAD, " : ", ";
    }
  }
  return result + "OPTIONS";
}

}  // namespace kiertoon
