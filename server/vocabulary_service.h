#pragma once

#include "server/call.h"
#include "server/service_context.h"

namespace kiertoon {

// GET /api/v1/vocabulary: themes, sectors, organisations and the like, in three languages, with the
// number of deeds of each.
class VocabularyService final : public Service {
 public:
  explicit VocabularyService(ServiceContext context) : context_(std::move(context)) {}

  [[nodiscard]] Reply answer(const Call& call) override;

 private:
  ServiceContext context_;
};

}  // namespace kiertoon
