#include "server/suggest_service.h"

#include <string>
#include <string_view>

#include <spdlog/spdlog.h>

#include "server/etag.h"
#include "server/suggest_parameters.h"
#include "server/suggest_view.h"

namespace kiertoon {

namespace {

constexpr std::string_view kSuggestionsType = "application/x-suggestions+json";

using View = std::string (*)(const SuggestRequest&, const SuggestResult&);

Reply answer_with(const Call& call,
                  const ServiceContext& context,
                  const SuggestRequest& request,
                  std::string_view name,
                  View view) {
  const std::string question = canonical(request);
  const auto tag = [&](std::string_view generation) {
    return make_etag({name, context.edition, generation, question});
  };
  return answer_unless_known(call, {.etag = tag(context.search.generation())}, [&]() -> Reply {
    const auto result = context.search.suggest(request);
    if (!result) {
      spdlog::error("suggest: {}", result.error().to_string());
      return reply_of(problem_of_error(result.error()));
    }
    // A new generation may have come in between: the tag belongs to the one that answered.
    return {.body = view(request, *result), .etag = tag(result->generation)};
  });
}

}  // namespace

Reply SuggestService::answer(const Call& call) {
  const auto request = parse_suggest_query(call.parameters, context_.search.vocabulary());
  return request ? answer_with(call, context_, *request, "suggest", suggest_json)
                 : reply_of(request.error());
}

Reply OpensearchSuggestService::answer(const Call& call) {
  const auto request = parse_opensearch_suggest_query(call.parameters);
  if (!request) {
    return reply_of(request.error());
  }
  Reply reply =
      answer_with(call, context_, *request, "opensearch-suggest", opensearch_suggest_json);
  if (reply.status == 200) {
    reply.content_type = kSuggestionsType;
  }
  return reply;
}

}  // namespace kiertoon
