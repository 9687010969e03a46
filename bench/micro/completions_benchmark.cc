// What phrases and completions cost while indexing, on one thread. "items" are running words.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "bench/micro/texts.h"
#include "search/resources.h"
#include "search/words/completions_builder.h"

namespace kiertoon {
namespace {

struct Analysed {
  std::string text;
  std::vector<Token> tokens;
};

// The texts with their tokens, and the analyzer that made them; null when something is missing.
struct Material {
  Resources resources;
  std::unique_ptr<Analyzer> analyzer;
  std::vector<Analysed> texts;
  std::size_t words = 0;
};

const Material* material() {
  static const auto made = []() -> std::unique_ptr<Material> {
    constexpr std::size_t kCachedWords = 300'000;
    auto resources = load_resources({});
    auto analyzer = resources ? Analyzer::create(resources->analysis_data,
                                                 std::make_shared<TermCache>(kCachedWords))
                              : tl::unexpected(resources.error());
    if (!analyzer) {
      return nullptr;
    }
    auto found = std::make_unique<Material>();
    found->resources = std::move(*resources);
    found->analyzer = std::move(*analyzer);
    for (auto& text : collection_texts()) {
      auto tokens = found->analyzer->analyze(text, Language::kFinnish);
      found->words += tokens.size();
      found->texts.push_back({std::move(text), std::move(tokens)});
    }
    return found;
  }();
  return made && !made->texts.empty() ? made.get() : nullptr;
}

struct Counted {
  WordCounter words;
  PhraseCounter phrases;
};

enum class Counting { kWords, kWordsAndPhrases };

Counted count(const Material& material, Counting counting) {
  Counted counted;
  for (const auto& [text, tokens] : material.texts) {
    counted.words.begin_deed();
    counted.phrases.begin_deed();
    counted.phrases.begin_text();
    for (const auto& token : tokens) {
      const auto word = counted.words.add(token, text, Language::kFinnish, TextKind::kRunning);
      if (counting == Counting::kWordsAndPhrases) {
        counted.phrases.add(token, text, word);
      }
    }
  }
  return counted;
}

void count_all(benchmark::State& state, Counting counting) {
  const auto* given = material();
  if (given == nullptr) {
    state.SkipWithError("there are no texts, or no data folder");
    return;
  }
  for ([[maybe_unused]] auto iteration : state) {
    benchmark::DoNotOptimize(count(*given, counting));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(given->words) *
                          static_cast<std::int64_t>(state.iterations()));
}

void count_words(benchmark::State& state) {
  count_all(state, Counting::kWords);
}
void count_words_and_phrases(benchmark::State& state) {
  count_all(state, Counting::kWordsAndPhrases);
}

// All that is done once, when the last deed is in.
void build_completions(benchmark::State& state) {
  const auto* given = material();
  if (given == nullptr) {
    state.SkipWithError("there are no texts, or no data folder");
    return;
  }
  auto counted = count(*given, Counting::kWordsAndPhrases);
  PhraseSequence sequence;
  sequence.add(std::move(counted.phrases), counted.words.names());
  std::vector<WordCounter> counters;
  counters.push_back(std::move(counted.words));
  const WordList words = WordCounter::merge(counters);
  CompletionsBuilder builder;
  for (const auto& analysed : given->texts) {
    Deed deed;
    deed.title = analysed.text.substr(0, analysed.text.find('\n'));
    builder.add(deed, *given->resources.vocabulary);
  }
  std::size_t bytes = 0;
  for ([[maybe_unused]] auto iteration : state) {
    bytes = builder.build(words, sequence.in(words), *given->analyzer).serialise().size();
  }
  state.counters["bytes"] = static_cast<double>(bytes);
}

BENCHMARK(count_words)->Unit(benchmark::kMillisecond);
BENCHMARK(count_words_and_phrases)->Unit(benchmark::kMillisecond);
BENCHMARK(build_completions)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace kiertoon
