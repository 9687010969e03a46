#pragma once

#include <utility>

#include "server/call.h"
#include "server/pages/web_files.h"
#include "server/service_context.h"

namespace kiertoon {

// GET /deeds/{id}: the deed's page for people, complete without scripts; its contacts only where
// the operator shows them. What is not there, and what cannot be answered, are pages too. Takes any
// parameters, of which `lang` counts. The templates must outlive the service.
class DeedPageService final : public Service {
 public:
  DeedPageService(ServiceContext context, const PageTemplates& templates)
      : context_(std::move(context)), templates_(templates) {}

  [[nodiscard]] Reply answer(const Call& call) override;

 private:
  [[nodiscard]] Reply page(const Call& call, const std::string& site, Language language);
  [[nodiscard]] Reply failed(const Problem& problem, std::string_view id, Language language) const;
  [[nodiscard]] std::string fill(const StoredDeed& stored,
                                 const std::string& site,
                                 Language language);

  ServiceContext context_;
  const PageTemplates& templates_;
};

}  // namespace kiertoon
