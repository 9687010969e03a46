#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/call.h"

namespace kiertoon {

// Which web sites' scripts may read the answers. Immutable, so thread-safe.
class CorsPolicy {
 public:
  // `origins`: "https://www.example.org", ...; `*` allows all.
  explicit CorsPolicy(std::vector<std::string> origins);

  // Headers of the answer to a request with that Origin header (empty: none).
  void allow(std::string_view origin, std::vector<Header>& headers) const;

  // Headers of an answer that every web site may read and load, whatever the policy.
  static void allow_everybody(std::vector<Header>& headers);

  // Headers of the answer to OPTIONS, in addition to the above; `methods` as in Allow.
  static void allow_preflight(std::string_view methods, std::vector<Header>& headers);

 private:
  std::vector<std::string> origins_;
  bool everybody_ = false;
};

}  // namespace kiertoon
