#pragma once

#include <memory>
#include <vector>

#include "server/router.h"
#include "server/service_context.h"

namespace kiertoon {

// All services of the program and the addresses they answer at: the one place to add a route.
class Routes {
 public:
  explicit Routes(const ServiceContext& context);

  // Of the services held here; must not outlive them.
  [[nodiscard]] Router router() const { return Router(routes_); }

 private:
  void add(std::string_view method, std::string_view pattern, std::unique_ptr<Service> service);

  std::vector<std::unique_ptr<Service>> services_;
  std::vector<Route> routes_;
};

}  // namespace kiertoon
