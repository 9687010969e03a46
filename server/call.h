#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/encoding.h"
#include "server/parameters.h"
#include "server/problem.h"

namespace kiertoon {

inline constexpr std::string_view kJsonType = "application/json";
inline constexpr std::string_view kProblemType = "application/problem+json";

// What arrived, as far as anybody here looks at it. Nothing of it has been checked yet.
struct HttpRequest {
  std::string method = {};
  std::string target = {};  // path and query as sent
  std::string body = {};
  std::string if_none_match = {};
  std::string accept = {};
  std::string accept_encoding = {};
  std::string accept_language = {};
  std::string host = {};
  std::string origin = {};
  std::string preflight_method = {};  // Access-Control-Request-Method
};

// A request on its way to a service: path matched, parameters decoded, all of it valid UTF-8.
struct Call {
  std::string variable = {};  // what stood at {...} in the route's path
  Parameters parameters = {};
  std::string body = {};
  std::string if_none_match = {};
  std::string accept = {};
  std::string accept_language = {};
  std::string host = {};
};

// Who may keep an answer, and for how long.
enum class Caching {
  kNoStore,
  kShared,   // anybody, for limits::kFreshFor
  kPrivate,  // the browser alone, for limits::kFreshFor: answers with personal data
  kAsset,    // anybody, who must ask each time whether it changed
  kForGood,  // anybody, for a year: the address changes with the content
  kStable,   // anybody, for limits::kStableFreshFor: what other web sites load
};

// Whose scripts may read an answer: those of the sites that CorsPolicy allows, or of all.
enum class Readers { kAllowedSites, kEverybody };

struct Header {
  std::string_view name;
  std::string value = {};
};

// What a service answers, before compression and the headers all answers have.
struct Reply {
  int status = 200;
  std::string body = {};
  std::string_view content_type = kJsonType;
  std::string etag = {};  // without quotes; empty: none
  Caching caching = Caching::kNoStore;
  std::vector<Header> headers = {};
  Readers readers = Readers::kAllowedSites;
  // Of the body, where they have been made beforehand; null: compressed when asked for.
  const CompressedForms* compressed = nullptr;
};

[[nodiscard]] inline Reply reply_of(const Problem& problem) {
  return {.status = problem.status, .body = problem_json(problem), .content_type = kProblemType};
}

// What goes out: complete but for the status line and Content-Length.
struct HttpReply {
  int status = 200;
  std::string body = {};
  std::vector<Header> headers = {};
};

// Answers the requests of one route. Thread-safe.
class Service {
 public:
  Service() = default;
  virtual ~Service() = default;
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;
  Service(Service&&) = delete;
  Service& operator=(Service&&) = delete;

  [[nodiscard]] virtual Reply answer(const Call& call) = 0;
};

}  // namespace kiertoon
