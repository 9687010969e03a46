#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "base/error.h"

namespace kiertoon {

// Times of one kind of request, in milliseconds; nearest ranks.
struct Latency {
  std::string name;
  std::size_t searches = 0;
  double p50 = 0;
  double p99 = 0;
};

// What is timed: `ask(i)` makes request number i of `count`.
struct TimedRequests {
  std::string name;
  std::size_t count = 0;
  std::function<Expected<void>(std::size_t)> ask;
};

// Makes one request after the other: a pass over them to warm up, then `repeat` passes that count.
// Fails with the first request that fails.
[[nodiscard]] Expected<Latency> measure(const TimedRequests& requests, std::size_t repeat);

}  // namespace kiertoon
