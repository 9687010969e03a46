#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "base/error.h"

namespace kiertoon {

// An error as the API answers it (RFC 9457, application/problem+json).
struct Problem {
  int status = 500;
  // Short name of the kind, the last part of the answer's `type`: "unknown-parameter".
  std::string_view kind = "internal-error";
  std::string_view title = "Internal error";
  // One sentence that names the offending value and what would be allowed.
  std::string detail = {};
  // The offending query parameter, and the byte offset in the query string (as sent, counted after
  // the `?`) where what is wrong begins.
  std::optional<std::string> parameter = std::nullopt;
  std::optional<std::size_t> position = std::nullopt;
};

// A value or the problem to answer instead.
template <typename T>
using Valid = tl::expected<T, Problem>;

[[nodiscard]] inline tl::unexpected<Problem> refuse(Problem problem) {
  return tl::unexpected<Problem>(std::move(problem));
}

[[nodiscard]] Problem bad_request(std::string detail);
[[nodiscard]] Problem not_found(std::string detail);
[[nodiscard]] Problem nothing_at(std::string_view path);
[[nodiscard]] Problem internal_error();

// What a status without a story of its own answers: 408, 411, 413, 414, 415, 431, 503, ...
[[nodiscard]] Problem problem_of_status(int status, std::string detail);

// The answer to an error of the library. What only the operator should know stays out of it: log
// `error` before.
[[nodiscard]] Problem problem_of_error(const Error& error);

[[nodiscard]] std::string problem_json(const Problem& problem);

}  // namespace kiertoon
