#pragma once

#include "server/call.h"
#include "server/service_context.h"

namespace kiertoon {

// GET /api/v1/suggest
class SuggestService final : public Service {
 public:
  explicit SuggestService(const ServiceContext& context) : context_(context) {}
  [[nodiscard]] Reply answer(const Call& call) override;

 private:
  ServiceContext context_;
};

// GET /opensearch/suggest: the same for browsers, in their format
class OpensearchSuggestService final : public Service {
 public:
  explicit OpensearchSuggestService(const ServiceContext& context) : context_(context) {}
  [[nodiscard]] Reply answer(const Call& call) override;

 private:
  ServiceContext context_;
};

}  // namespace kiertoon
