#pragma once

#include "server/call.h"
#include "server/service_context.h"

namespace kiertoon {

// GET /healthz: the program runs.
class HealthService final : public Service {
 public:
  [[nodiscard]] Reply answer(const Call& call) override;
};

// GET /readyz: the program can answer searches. 503 while the index is gone or cannot be
// opened.
class ReadinessService final : public Service {
 public:
  explicit ReadinessService(ServiceContext context) : context_(std::move(context)) {}

  [[nodiscard]] Reply answer(const Call& call) override;

 private:
  ServiceContext context_;
};

}  // namespace kiertoon
