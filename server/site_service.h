#pragma once

#include <utility>

#include "server/call.h"
#include "server/service_context.h"

namespace kiertoon {

// GET /api/v1/site: who runs this server, and where feedback on its accessibility goes.
class SiteService final : public Service {
 public:
  explicit SiteService(ServiceContext context) : context_(std::move(context)) {}

  [[nodiscard]] Reply answer(const Call& call) override;

 private:
  ServiceContext context_;
};

}  // namespace kiertoon
