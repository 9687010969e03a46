#pragma once

#include "server/briefing_request.h"
#include "server/call.h"
#include "server/service_context.h"

namespace kiertoon {

// GET /api/v1/briefings: what a jury is told about its candidates, as JSON, HTML for print, CSV or
// Markdown.
class BriefingService final : public Service {
 public:
  explicit BriefingService(ServiceContext context) : context_(std::move(context)) {}

  [[nodiscard]] Reply answer(const Call& call) override;

 private:
  ServiceContext context_;
};

// POST /api/v1/briefings: the same for a request in the body, of any number of ids.
class PostedBriefingService final : public Service {
 public:
  explicit PostedBriefingService(ServiceContext context) : context_(std::move(context)) {}

  [[nodiscard]] Reply answer(const Call& call) override;

 private:
  ServiceContext context_;
};

}  // namespace kiertoon
