#include "server/asset_service.h"

#include "server/etag.h"

namespace kiertoon {

AssetService::AssetService(const Asset& asset)
    : asset_(asset), etag_(make_etag({asset.content_type, asset.content})) {}

Reply AssetService::answer(const Call& call) {
  return answer_unless_known(call, {.etag = etag_, .caching = Caching::kAsset}, [&] {
    return Reply{.body = std::string(asset_.content), .content_type = asset_.content_type};
  });
}

}  // namespace kiertoon
