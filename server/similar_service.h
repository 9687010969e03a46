#pragma once

#include "server/call.h"
#include "server/service_context.h"

namespace kiertoon {

// GET /api/v1/deeds/{id}/similar
class SimilarDeedsService final : public Service {
 public:
  explicit SimilarDeedsService(const ServiceContext& context) : context_(context) {}
  [[nodiscard]] Reply answer(const Call& call) override;

 private:
  ServiceContext context_;
};

// POST /api/v1/similar
class SimilarTextService final : public Service {
 public:
  explicit SimilarTextService(const ServiceContext& context) : context_(context) {}
  [[nodiscard]] Reply answer(const Call& call) override;

 private:
  ServiceContext context_;
};

}  // namespace kiertoon
