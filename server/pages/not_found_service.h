#pragma once

#include "server/call.h"
#include "server/pages/page_template.h"

namespace kiertoon {

// What is answered where there is nothing: a page to browsers, a problem to programs and below
// /api/. The call's variable is the whole path. The template must outlive the service.
class NotFoundService final : public Service {
 public:
  explicit NotFoundService(const PageTemplate& page) : page_(page) {}

  [[nodiscard]] Reply answer(const Call& call) override;

 private:
  const PageTemplate& page_;
};

}  // namespace kiertoon
