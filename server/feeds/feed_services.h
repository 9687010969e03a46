#pragma once

#include <utility>

#include "server/call.h"
#include "server/service_context.h"

namespace kiertoon {

// GET /feeds/search.atom: the search of GET /api/v1/deeds as a feed, newest first unless `sort` is
// given, 50 entries unless `per_page` is.
class AtomService final : public Service {
 public:
  explicit AtomService(ServiceContext context) : context_(std::move(context)) {}

  [[nodiscard]] Reply answer(const Call& call) override;

 private:
  ServiceContext context_;
};

// GET /opensearch.xml: how a browser adds this search (OpenSearch 1.1), in the language of `lang`,
// else the one its Accept-Language likes best.
class OpenSearchService final : public Service {
 public:
  explicit OpenSearchService(ServiceContext context) : context_(std::move(context)) {}

  [[nodiscard]] Reply answer(const Call& call) override;

 private:
  ServiceContext context_;
};

}  // namespace kiertoon
