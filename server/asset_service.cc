#include "server/asset_service.h"

#include "server/etag.h"

namespace kiertoon {

namespace {

// Scripts, styles and requests from and to this server alone; nothing inline; no frame around it
// from elsewhere.
constexpr std::string_view kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

}  // namespace

AssetService::AssetService(const Asset& asset)
    : asset_(asset), etag_(make_etag({asset.content_type, asset.content})) {}

Reply AssetService::answer(const Call& call) {
  return answer_unless_known(call, {.etag = etag_, .caching = Caching::kAsset}, [&] {
    Reply reply{.body = std::string(asset_.content), .content_type = asset_.content_type};
    if (asset_.content_type.starts_with("text/html")) {
      reply.headers.push_back({"Content-Security-Policy", std::string(kPagePolicy)});
    }
    return reply;
  });
}

}  // namespace kiertoon
