#include "server/problem.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "server/json_writer.h"
#include "server/text.h"

namespace kiertoon {

namespace {

constexpr std::string_view kTypePrefix = "urn:kiertoon:problem:";

struct StatusText {
  int status;
  std::string_view kind;
  std::string_view title;
};

constexpr std::array kStatusTexts{
    StatusText{400, "bad-request", "Bad request"},
    StatusText{404, "not-found", "Not found"},
    StatusText{405, "method-not-allowed", "Method not allowed"},
    StatusText{408, "timeout", "The request took too long to arrive"},
    StatusText{411, "length-required", "Content-Length is missing"},
    StatusText{413, "body-too-large", "Body too large"},
    StatusText{414, "uri-too-long", "URI too long"},
    StatusText{415, "unsupported-content", "Unsupported content"},
    StatusText{431, "headers-too-large", "Headers too large"},
    StatusText{500, "internal-error", "Internal error"},
    StatusText{501, "not-implemented", "Not implemented"},
    StatusText{503, "unavailable", "Not available now"},
};

}  // namespace

Problem problem_of_status(int status, std::string detail) {
  const auto* const text =
      std::find_if(kStatusTexts.begin(), kStatusTexts.end(), [status](const StatusText& candidate) {
        return candidate.status == status;
      });
  if (text == kStatusTexts.end()) {
    return {.status = status, .kind = "error", .title = "Error", .detail = std::move(detail)};
  }
  return {.status = status, .kind = text->kind, .title = text->title, .detail = std::move(detail)};
}

Problem bad_request(std::string detail) {
  return problem_of_status(400, std::move(detail));
}

Problem not_found(std::string detail) {
  return problem_of_status(404, std::move(detail));
}

Problem nothing_at(std::string_view path) {
  return not_found(fmt::format("there is nothing at '{}'", quotable(path)));
}

Problem internal_error() {
  return problem_of_status(500, "The server failed to answer. Its log tells why.");
}

Problem problem_of_error(const Error& error) {
  switch (error.code) {
    case ErrorCode::kInvalidArgument:
      return bad_request(error.message);
    case ErrorCode::kNotFound:
      return not_found(error.message);
    case ErrorCode::kUnavailable:
    case ErrorCode::kBusy:
      return problem_of_status(503, "The index cannot answer now. Try again in a moment.");
    default:
      return internal_error();
  }
}

std::string problem_json(const Problem& problem) {
  JsonWriter json;
  json.object([&] {
    json.field("type", std::string(kTypePrefix) + std::string(problem.kind));
    json.field("title", problem.title);
    json.field("status", static_cast<std::uint64_t>(problem.status));
    json.field("detail", problem.detail);
    if (problem.parameter) {
      json.field("parameter", *problem.parameter);
    }
    if (problem.position) {
      json.field("position", static_cast<std::uint64_t>(*problem.position));
    }
  });
  return std::move(json).take();
}

}  // namespace kiertoon
