#pragma once

#include "server/call.h"
#include "server/service_context.h"

namespace kiertoon {

// GET /api/v1/deeds/{id}: one deed, whole; its contacts only where the operator shows them.
class DeedService final : public Service {
 public:
  explicit DeedService(ServiceContext context) : context_(std::move(context)) {}

  [[nodiscard]] Reply answer(const Call& call) override;

 private:
  ServiceContext context_;
};

}  // namespace kiertoon
