#include "server/site_service.h"

#include <utility>

#include "server/etag.h"
#include "server/json_writer.h"

namespace kiertoon {

Reply SiteService::answer(const Call& call) {
  if (const auto checked = call.parameters.only({}); !checked) {
    return reply_of(checked.error());
  }
  const SiteOperator& site = context_.site_operator;
  const std::string etag = make_etag({"site", context_.edition, site.name, site.feedback});
  return answer_unless_known(call, {.etag = etag}, [&]() -> Reply {
    JsonWriter json;
    json.object([&] {
      json.field_or_null("operator", site.name);
      json.field_or_null("feedback", site.feedback);
    });
    return {.body = std::move(json).take()};
  });
}

}  // namespace kiertoon
