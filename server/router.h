#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/call.h"

namespace kiertoon {

// One address of the API. HEAD comes with GET, OPTIONS with every route.
struct Route {
  std::string_view method;   // "GET" or "POST"
  std::string_view pattern;  // "/api/v1/deeds/{id}": at most one segment in braces, matched by
                             // anything but "" and "/"
  Service* service = nullptr;
};

// Routes, and who serves what. Immutable, so thread-safe; the services must outlive it.
class Router {
 public:
  // `otherwise`, if any, answers where no route has the path.
  explicit Router(std::vector<Route> routes, Service* otherwise = nullptr)
      : routes_(std::move(routes)), otherwise_(otherwise) {}

  struct Match {
    const Route* route = nullptr;  // null: the path exists, but not with this method
    std::string_view pattern;      // of the path, whatever the method
    std::string variable;
  };

  // Finds the route of a decoded path; nothing when no route has that path.
  [[nodiscard]] std::optional<Match> find(std::string_view method, std::string_view path) const;

  // Null: there is none.
  [[nodiscard]] Service* otherwise() const { return otherwise_; }

  // Value of the Allow header for a path that exists: "GET, HEAD, OPTIONS".
  [[nodiscard]] std::string allowed(std::string_view path) const;

 private:
  std::vector<Route> routes_;
  Service* otherwise_ = nullptr;
};

}  // namespace kiertoon
