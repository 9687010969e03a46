#include "server/deeds_service.h"

#include <utility>

#include <spdlog/spdlog.h>

#include "server/etag.h"
#include "server/search_parameters.h"
#include "server/search_view.h"

namespace kiertoon {

Reply DeedsService::answer(const Call& call) {
  const auto query = parse_deeds_query(call.parameters, context_.search.vocabulary());
  if (!query) {
    return reply_of(query.error());
  }
  const std::string question = canonical(*query);
  const auto tag = [&](std::string_view generation) {
    return make_etag({"deeds", context_.edition, generation, question});
  };
  return answer_unless_known(call, {.etag = tag(context_.search.generation())}, [&]() -> Reply {
    const auto result = context_.search.search(query->request);
    if (!result) {
      spdlog::error("search: {}", result.error().to_string());
      return reply_of(problem_of_error(result.error()));
    }
    // A new generation may have come in between: the tag belongs to the one that answered.
    return {.body = search_json(*query, *result, context_.search.vocabulary()),
            .etag = tag(result->generation)};
  });
}

}  // namespace kiertoon
