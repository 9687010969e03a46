#include "bench/eval/latency.h"

#include <chrono>
#include <vector>

#include "bench/eval/metrics.h"

namespace kiertoon {

Expected<Latency> measure(const TimedRequests& requests, std::size_t repeat) {
  using Clock = std::chrono::steady_clock;
  std::vector<double> times;
  for (std::size_t pass = 0; pass <= repeat; ++pass) {
    for (std::size_t i = 0; i < requests.count; ++i) {
      const auto began = Clock::now();
      const auto asked = requests.ask(i);
      const std::chrono::duration<double, std::milli> took = Clock::now() - began;
      if (!asked) {
        return tl::unexpected(asked.error());
      }
      if (pass > 0) {
        times.push_back(took.count());
      }
    }
  }
  return Latency{.name = requests.name,
                 .searches = times.size(),
                 .p50 = percentile(times, 0.5),
                 .p99 = percentile(times, 0.99)};
}

}  // namespace kiertoon
