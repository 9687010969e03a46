#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace kiertoon {

// What went wrong, coarsely enough that a program can choose an exit code or an HTTP status by it.
enum class ErrorCode {
  kInvalidArgument,  // the caller's value is wrong; the message names it
  kInvalidData,      // a file or a stored record is not what it should be
  kNotFound,
  kAlreadyExists,
  kVersionMismatch,  // an index made by another version of the schema
  kBusy,             // somebody else holds the lock
  kUnavailable,      // a resource is missing or broken now
  kInternal,
};

// Snake-case name of a code, for logs and JSON.
[[nodiscard]] std::string_view error_code_name(ErrorCode code);

// An error as a value: what happened, with the offending value and its place, and what to do about
// it.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;
  std::string hint;  // what the operator can do; may be empty

  // "message (hint)", for a terminal or a log.
  [[nodiscard]] std::string to_string() const;
};

template <typename T>
using Expected = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code,
                                                std::string message,
                                                std::string hint = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(hint)});
}

}  // namespace kiertoon
