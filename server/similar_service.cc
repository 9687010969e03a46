#include "server/similar_service.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "server/etag.h"
#include "server/similar_parameters.h"
#include "server/similar_view.h"
#include "server/text.h"

namespace kiertoon {

namespace {

// Names an id of the usual length whole.
constexpr std::size_t kLongestMessage = 200;

Problem problem_of(const Error& error) {
  if (error.code == ErrorCode::kNotFound) {
    return not_found(quotable(error.message, kLongestMessage));
  }
  spdlog::error("similar: {}", error.to_string());
  return problem_of_error(error);
}

}  // namespace

Reply SimilarDeedsService::answer(const Call& call) {
  const auto request =
      parse_similar_query(call.variable, call.parameters, context_.search.vocabulary());
  if (!request) {
    return reply_of(request.error());
  }
  const std::string question = canonical(*request);
  const auto tag = [&](std::string_view generation) {
    return make_etag({"similar", context_.edition, generation, question});
  };
  // "If-None-Match: *" is no match for a deed that is not there.
  const auto given = context_.search.deed(call.variable);
  if (!given) {
    return reply_of(problem_of(given.error()));
  }
  if (!*given) {
    return reply_of(not_found(fmt::format("there is no deed '{}'", quotable(call.variable, 100))));
  }
  return answer_unless_known(call, {.etag = tag(context_.search.generation())}, [&]() -> Reply {
    const auto result = context_.search.similar(*request);
    if (!result) {
      return reply_of(problem_of(result.error()));
    }
    // A new generation may have come in between: the tag belongs to the one that answered.
    return {.body = similar_json(*request, *result), .etag = tag(result->generation)};
  });
}

Reply SimilarTextService::answer(const Call& call) {
  const auto request = parse_similar_body(call.body, call.parameters, context_.search.vocabulary());
  if (!request) {
    return reply_of(request.error());
  }
  const auto result = context_.search.similar(*request);
  return result ? Reply{.body = similar_json(*request, *result)}
                : reply_of(problem_of(result.error()));
}

}  // namespace kiertoon
