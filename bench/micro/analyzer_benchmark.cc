// Speed of the analyzer on one thread. "items" are tokens.

#include <memory>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "bench/micro/texts.h"
#include "search/resources.h"

namespace kiertoon {
namespace {

std::shared_ptr<const AnalysisData> analysis_data() {
  static const auto resources = load_resources({});
  return resources ? resources->analysis_data : nullptr;
}

// With room for every word of the texts, as the indexer has.
Expected<std::unique_ptr<Analyzer>> make_analyzer() {
  constexpr std::size_t kCachedWords = 300'000;
  return Analyzer::create(analysis_data(), std::make_shared<TermCache>(kCachedWords));
}

std::size_t analyze_all(Analyzer& analyzer, const std::vector<std::string>& texts) {
  std::size_t tokens = 0;
  for (const std::string& text : texts) {
    tokens += analyzer.analyze(text, Language::kFinnish).size();
  }
  return tokens;
}

void run(benchmark::State& state, const std::vector<std::string>& texts, bool warm) {
  if (texts.empty() || analysis_data() == nullptr) {
    state.SkipWithError("there are no texts, or no data folder");
    return;
  }
  auto analyzer = make_analyzer();
  if (!analyzer) {
    state.SkipWithError(analyzer.error().to_string().c_str());
    return;
  }
  if (warm) {
    analyze_all(**analyzer, texts);
  }
  std::size_t tokens = 0;
  for ([[maybe_unused]] auto iteration : state) {
    if (!warm) {
      state.PauseTiming();
      analyzer = make_analyzer();
      state.ResumeTiming();
    }
    tokens += analyze_all(**analyzer, texts);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(tokens));
}

void deeds_warm(benchmark::State& state) {
  run(state, shipped_texts(), true);
}
void deeds_cold(benchmark::State& state) {
  run(state, shipped_texts(), false);
}
void collection_warm(benchmark::State& state) {
  run(state, collection_texts(), true);
}
void collection_cold(benchmark::State& state) {
  run(state, collection_texts(), false);
}

// A query of three words, as a server sees it: all languages, mostly known words.
void query(benchmark::State& state) {
  auto analyzer = make_analyzer();
  if (!analyzer) {
    state.SkipWithError(analyzer.error().to_string().c_str());
    return;
  }
  for ([[maybe_unused]] auto iteration : state) {
    benchmark::DoNotOptimize((*analyzer)->analyze(
        "sairauspoissaolojen vähentäminen kotihoidossa", Language::kFinnish, TextRole::kQuery));
  }
}

BENCHMARK(deeds_warm)->Unit(benchmark::kMillisecond);
BENCHMARK(deeds_cold)->Unit(benchmark::kMillisecond);
BENCHMARK(collection_warm)->Unit(benchmark::kMillisecond);
BENCHMARK(collection_cold)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(query);

}  // namespace
}  // namespace kiertoon
