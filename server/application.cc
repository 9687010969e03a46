#include "server/application.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "base/utf8.h"
#include "server/encoding.h"
#include "server/limits.h"
#include "server/text.h"

namespace kiertoon {

namespace {

std::string cache_control(Caching caching) {
  switch (caching) {
    case Caching::kShared:
      return fmt::format("public, max-age={}", limits::kFreshFor.count());
    case Caching::kPrivate:
      return fmt::format("private, max-age={}", limits::kFreshFor.count());
    case Caching::kAsset:
      return "public, no-cache";
    case Caching::kForGood:
      return fmt::format("public, max-age={}, immutable", limits::kHashedFreshFor.count());
    case Caching::kStable:
      return fmt::format("public, max-age={}", limits::kStableFreshFor.count());
    case Caching::kNoStore:
      break;
  }
  return "no-store";
}

Problem path_not_utf8() {
  return {.status = 400,
          .kind = "invalid-encoding",
          .title = "Not UTF-8",
          .detail = "the path is not valid UTF-8"};
}

std::string_view query_of(std::string_view target) {
  const std::size_t question = std::min(target.find('?'), target.size());
  return target.substr(std::min(question + 1, target.size()));
}

// The service's answer, or 500: what it threw is for the log alone.
Reply call_service(Service& service, const Call& call, std::string_view pattern) {
  try {
    return service.answer(call);
  } catch (const std::exception& error) {
    spdlog::error("{}: {}", pattern, error.what());
  }
  return reply_of(internal_error());
}

// Compresses where that helps. Says in Vary that the answer depends on what was asked for.
void encode(Reply& reply, std::string_view accept_encoding) {
  const bool large =
      reply.body.size() > limits::kCompressAboveBytes && is_compressible(reply.content_type);
  if (large || reply.status == 304) {  // a 304 repeats what the full answer would have said
    reply.headers.push_back({"Vary", "Accept-Encoding"});
  }
  if (!large) {
    return;
  }
  const Encoding encoding = preferred_encoding(accept_encoding);
  if (encoding == Encoding::kIdentity) {
    return;
  }
  auto smaller = reply.compressed != nullptr && !reply.compressed->of(encoding).empty()
                     ? std::optional(reply.compressed->of(encoding))
                     : compress(reply.body, encoding);
  if (smaller) {
    reply.body = std::move(*smaller);
    reply.headers.push_back({"Content-Encoding", std::string(name_of(encoding))});
    if (!reply.etag.empty()) {
      reply.etag += etag_suffix(encoding);
    }
  }
}

}  // namespace

HttpReply Application::answer(const HttpRequest& request) const {
  const auto start = std::chrono::steady_clock::now();
  std::string_view pattern = "-";
  HttpReply reply = finish(route(request, pattern), request);
  if (spdlog::should_log(spdlog::level::debug)) {
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    // The route's pattern, not the path: what people look for is nobody's business.
    spdlog::debug("{} {} {} {:.2f} ms", request.method, pattern, reply.status, took.count());
  }
  return reply;
}

HttpReply Application::refusal(const Problem& problem) const {
  return finish(reply_of(problem), HttpRequest{});
}

Reply Application::route(const HttpRequest& request, std::string_view& pattern) const {
  const std::string_view target = request.target;
  const std::size_t question = std::min(target.find('?'), target.size());
  const std::string path = percent_decode(target.substr(0, question), PlusSign::kPlus);
  if (!is_valid_utf8(path)) {
    return reply_of(path_not_utf8());
  }
  auto match = router_.find(request.method, path);
  if (!match) {
    return nothing_at(request, path);
  }
  pattern = match->pattern;
  if (request.method == "OPTIONS") {
    return options(request, path);
  }
  if (match->route == nullptr) {
    const std::string allowed = router_.allowed(path);
    Reply reply = reply_of(problem_of_status(
        405, fmt::format("'{}' takes {}, not {}", quotable(path), allowed, request.method)));
    reply.headers.push_back({"Allow", allowed});
    return reply;
  }
  auto parameters = Parameters::parse(query_of(target));
  if (!parameters) {
    return reply_of(parameters.error());
  }
  const Call call{.variable = std::move(match->variable),
                  .parameters = std::move(*parameters),
                  .body = request.body,
                  .if_none_match = request.if_none_match,
                  .accept = request.accept,
                  .accept_language = request.accept_language,
                  .host = request.host};
  return call_service(*match->route->service, call, pattern);
}

Reply Application::nothing_at(const HttpRequest& request, const std::string& path) const {
  if (router_.otherwise() == nullptr) {
    return reply_of(kiertoon::nothing_at(path));
  }
  auto parameters = Parameters::parse(query_of(request.target));
  const Call call{.variable = path,
                  .parameters = parameters ? std::move(*parameters) : Parameters{},
                  .accept = request.accept,
                  .accept_language = request.accept_language};
  return call_service(*router_.otherwise(), call, "-");
}

Reply Application::options(const HttpRequest& request, std::string_view path) const {
  Reply reply{.status = 204};
  const std::string allowed = router_.allowed(path);
  reply.headers.push_back({"Allow", allowed});
  if (!request.preflight_method.empty()) {
    CorsPolicy::allow_preflight(allowed, reply.headers);
  }
  return reply;
}

HttpReply Application::finish(Reply reply, const HttpRequest& request) const {
  encode(reply, request.accept_encoding);
  HttpReply result{.status = reply.status, .body = std::move(reply.body)};
  std::vector<Header>& headers = result.headers;
  headers = std::move(reply.headers);
  headers.push_back({"Cache-Control", cache_control(reply.caching)});
  headers.push_back({"X-Content-Type-Options", "nosniff"});
  headers.push_back({"Referrer-Policy", "same-origin"});
  if (!reply.etag.empty()) {
    headers.push_back({"ETag", fmt::format("\"{}\"", reply.etag)});
  }
  if (!result.body.empty()) {
    headers.push_back({"Content-Type", std::string(reply.content_type)});
  }
  if (reply.readers == Readers::kEverybody) {
    CorsPolicy::allow_everybody(headers);
  } else {
    cors_.allow(request.origin, headers);
  }
  return result;
}

}  // namespace kiertoon
