#pragma once

#include "server/call.h"
#include "server/service_context.h"

namespace kiertoon {

// GET /api/v1/statistics: deeds, organisations and awards of a period in numbers, as JSON or CSV.
class StatisticsService final : public Service {
 public:
  explicit StatisticsService(ServiceContext context) : context_(std::move(context)) {}

  [[nodiscard]] Reply answer(const Call& call) override;

 private:
  ServiceContext context_;
};

}  // namespace kiertoon
