#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "server/pages/web_files.h"
#include "server/router.h"
#include "server/service_context.h"

namespace kiertoon {

// All services of the program and the addresses they answer at: the one place to add a route.
class Routes {
 public:
  // `web` must outlive the routes; nothing: the pages have not been built.
  Routes(const ServiceContext& context, const std::optional<WebFiles>& web);

  // Of the services held here; must not outlive them.
  [[nodiscard]] Router router() const { return Router(routes_, otherwise_.get()); }

 private:
  void add_pages(const ServiceContext& context, const std::optional<WebFiles>& web);
  void add(std::string_view method, std::string_view pattern, std::unique_ptr<Service> service);

  std::vector<std::unique_ptr<Service>> services_;
  std::vector<Route> routes_;
  std::unique_ptr<Service> otherwise_;
};

}  // namespace kiertoon
