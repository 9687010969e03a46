// Speed of corrections over a made-up list of 500,000 forms, as 100,000 deeds have them: words of
// syllables, each in some of its cases.

#include <algorithm>
#include <array>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "search/resources.h"
#include "search/words/corrector.h"

namespace kiertoon {
namespace {

constexpr std::size_t kForms = 500'000;

std::string made_up_word(std::mt19937_64& random) {
  constexpr std::array<std::string_view, 24> kSyllables{
      "ke", "hit", "tä", "työ", "hy", "vin", "voin", "ti",  "sai", "ras", "pois", "sa",
      "o",  "loh", "ko", "päi", "vä", "kun", "ta",   "hal", "lin", "to",  "jo",   "den"};
  std::string word;
  const std::size_t syllables = 3 + random() % 5;
  for (std::size_t i = 0; i < syllables; ++i) {
    word += kSyllables.at(random() % kSyllables.size());
  }
  return word;
}

WordList made_up_list() {
  constexpr std::array<std::string_view, 8> kEndings{
      "", "n", "ssa", "sta", "lle", "ksi", "iden", "iin"};
  std::mt19937_64 random(1);
  std::set<std::string> forms;
  while (forms.size() < kForms) {
    const std::string word = made_up_word(random);
    for (const auto ending : kEndings) {
      forms.insert(word + std::string(ending));
    }
  }
  std::vector<CountedWord> words;
  words.reserve(forms.size());
  for (const auto& form : forms) {
    words.push_back({.folded = form,
                     .word = form,
                     .deeds = static_cast<std::uint32_t>(1 + random() % 1000),
                     .base_deeds = 0});
  }
  for (const std::string right : {"työhyvinvointi", "kehittäminen", "perehdytys", "sijainen"}) {
    words.push_back({.folded = right, .word = right, .deeds = 100, .base_deeds = 500});
  }
  std::sort(
      words.begin(), words.end(), [](const auto& a, const auto& b) { return a.folded < b.folded; });
  words.erase(std::unique(words.begin(),
                          words.end(),
                          [](const auto& a, const auto& b) { return a.folded == b.folded; }),
              words.end());
  return WordList::of(words, 100'000);
}

const SpellingIndex& spelling() {
  static const SpellingIndex index(made_up_list());
  return index;
}

class NoTerms final : public IndexTerms {
 public:
  [[nodiscard]] bool has(const std::string& /*term*/) const override { return false; }
};

// The analyzer of all benchmarks; nullptr when its data cannot be read.
Analyzer* analyzer() {
  static const auto tools = load_indexing_tools({});
  return tools ? tools->analyzer.get() : nullptr;
}

void correct(benchmark::State& state, const std::string& text) {
  if (analyzer() == nullptr) {
    state.SkipWithError("the analyzer's data cannot be read");
    return;
  }
  const KnownWords names;
  const NoTerms terms;
  Corrector corrector(spelling(), names, terms, *analyzer());
  for ([[maybe_unused]] auto iteration : state) {
    benchmark::DoNotOptimize(corrector.correct(text));
  }
}

void make_index(benchmark::State& state) {
  const WordList list = made_up_list();
  for ([[maybe_unused]] auto iteration : state) {
    benchmark::DoNotOptimize(SpellingIndex(list));
  }
}

void read_list(benchmark::State& state) {
  const std::string bytes = spelling().words().serialise();
  for ([[maybe_unused]] auto iteration : state) {
    benchmark::DoNotOptimize(WordList::parse(bytes));
  }
  state.counters["bytes_a_word"] =
      static_cast<double>(bytes.size()) / static_cast<double>(spelling().words().size());
}

BENCHMARK_CAPTURE(correct, known_words, "työhyvinvointi kehittäminen perehdytys");
BENCHMARK_CAPTURE(correct, dots_dropped, "tyohyvinvointi");
BENCHMARK_CAPTURE(correct, letter_dropped, "kehittminen");
BENCHMARK_CAPTURE(correct, letters_swapped, "perehdyyts");
BENCHMARK_CAPTURE(correct, form_not_there, "tyohyvinvoinnistamme");
BENCHMARK_CAPTURE(correct, two_errors, "kehxttäminrn");
BENCHMARK_CAPTURE(correct, nothing_near, "qwxzqwxzqwxz");
BENCHMARK(make_index)->Unit(benchmark::kMillisecond);
BENCHMARK(read_list)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace kiertoon
