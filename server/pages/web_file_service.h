#pragma once

#include <string>

#include "server/call.h"
#include "server/pages/web_files.h"

namespace kiertoon {

// GET of one built file. Parameters are the page's own business. The file must outlive the service.
class WebFileService final : public Service {
 public:
  explicit WebFileService(const WebFile& file);

  [[nodiscard]] Reply answer(const Call& call) override;

 private:
  const WebFile& file_;
  std::string etag_;
};

// GET of a page while the pages have not been built: says so, in three languages, and how to build
// them.
class MissingPagesService final : public Service {
 public:
  [[nodiscard]] Reply answer(const Call& call) override;
};

}  // namespace kiertoon
