// Speed of the latent space on invented rows: 150 of 200,000 terms each, the frequent ones as
// frequent as in a language (Zipf).

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include <benchmark/benchmark.h>

#include "search/similar/latent_space.h"

namespace kiertoon {
namespace {

using Rows = std::vector<std::vector<WeightedTerm>>;

constexpr std::size_t kTermCount = 200'000;
constexpr std::size_t kTermsPerRow = 150;

Rows make_rows(std::size_t count) {
  std::mt19937 generator;
  Rows rows(count);
  for (auto& row : rows) {
    for (std::size_t i = 0; i < kTermsPerRow; ++i) {
      const double share = static_cast<double>(generator()) * 0x1p-32;
      const double rank = std::pow(static_cast<double>(kTermCount), share) - 1;
      row.push_back({static_cast<std::uint32_t>(rank), 1 + static_cast<float>(i % 7)});
    }
    std::sort(row.begin(), row.end(), [](auto a, auto b) { return a.term < b.term; });
    row.erase(std::unique(row.begin(), row.end(), [](auto a, auto b) { return a.term == b.term; }),
              row.end());
  }
  return rows;
}

const Rows& some_rows() {
  static const Rows rows = make_rows(3000);
  return rows;
}

const LatentSpace& some_space() {
  static const auto space = LatentSpace::fit(some_rows(), kTermCount, {});
  return *space;
}

void fit(benchmark::State& state) {
  const Rows rows = make_rows(static_cast<std::size_t>(state.range(0)));
  for ([[maybe_unused]] auto iteration : state) {
    benchmark::DoNotOptimize(LatentSpace::fit(rows, kTermCount, {}));
  }
}

void project(benchmark::State& state) {
  std::vector<float> vector(some_space().dimensions());
  std::size_t row = 0;
  for ([[maybe_unused]] auto iteration : state) {
    some_space().project(some_rows()[row++ % some_rows().size()], vector);
    benchmark::DoNotOptimize(vector.data());
  }
}

void parse(benchmark::State& state) {
  const std::string bytes = some_space().serialise();
  for ([[maybe_unused]] auto iteration : state) {
    benchmark::DoNotOptimize(LatentSpace::parse(bytes));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes.size()) * state.iterations());
}

void compare(benchmark::State& state) {
  std::vector<float> vector(some_space().dimensions());
  some_space().project(some_rows().front(), vector);
  for ([[maybe_unused]] auto iteration : state) {
    benchmark::DoNotOptimize(cosine(vector, vector));
  }
}

BENCHMARK(fit)->Arg(3'000)->Arg(20'000)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(project)->Unit(benchmark::kMicrosecond);
BENCHMARK(parse)->Unit(benchmark::kMillisecond);
BENCHMARK(compare);

}  // namespace
}  // namespace kiertoon
