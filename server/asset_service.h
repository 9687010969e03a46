#pragma once

#include <string>

#include "server/asset.h"
#include "server/call.h"

namespace kiertoon {

// GET of one file that is part of the program. Takes any parameters.
class AssetService final : public Service {
 public:
  explicit AssetService(const Asset& asset);

  [[nodiscard]] Reply answer(const Call& call) override;

 private:
  Asset asset_;
  std::string etag_;
};

}  // namespace kiertoon
