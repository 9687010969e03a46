#include "bench/eval/suggest.h"

#include <array>
#include <chrono>
#include <ctime>
#include <memory>
#include <ostream>
#include <random>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/tsv.h"
#include "base/utf8.h"
#include "bench/eval/collection.h"
#include "bench/eval/made_up_deeds.h"
#include "bench/eval/metrics.h"
#include "search/index/index_builder.h"
#include "search/resources.h"
#include "search/search_service.h"

namespace kiertoon {
namespace {

constexpr std::size_t kMostLetters = 12;
constexpr std::size_t kMostContext = 2;  // words before the one that is typed

// Milliseconds that this thread has used a processor.
double processor_time() {
  constexpr double kMillisecondsPerSecond = 1e3;
  constexpr double kNanosecondsPerMillisecond = 1e6;
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * kMillisecondsPerSecond +
         static_cast<double>(time.tv_nsec) / kNanosecondsPerMillisecond;
}

// What is typed, and the deed it stands in.
struct Typed {
  std::string context;  // with a space at its end, or empty
  std::string prefix;
  const Deed* deed = nullptr;
};

std::vector<Typed> type_words(const std::vector<Deed>& deeds,
                              std::size_t count,
                              std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto draw = [&](std::size_t below) { return static_cast<std::size_t>(random() % below); };
  std::vector<Typed> typed;
  for (std::size_t i = 0; i < count; ++i) {
    const Deed& deed = deeds[draw(deeds.size())];
    const auto words = split_words(deed.sections.front().text);
    const std::size_t place = draw(words.size());
    Typed one{.deed = &deed};
    const std::size_t context = 1 + draw(kMostContext);
    for (std::size_t before = place - std::min(place, context); before < place; ++before) {
      one.context += words[before] + ' ';
    }
    one.prefix = words[place].substr(0, byte_offset(words[place], 1 + i % kMostLetters));
    typed.push_back(std::move(one));
  }
  return typed;
}

// One of three filters that the deed passes.
Filters filters_of(const Deed& deed, const Vocabulary& vocabulary, std::size_t number) {
  constexpr std::size_t kFilters = 3;
  Filters filters;
  switch (number % kFilters) {
    case 0:
      filters.of(Facet::kTheme) = deed.themes;
      break;
    case 1:
      filters.of(Facet::kOrganisation) = {
          vocabulary.organisation_slug(deed.organisations.front().name)};
      break;
    default: {
      const int year = static_cast<int>(deed.published->year());
      filters.years.push_back({.first = year, .last = year});
    }
  }
  return filters;
}

Expected<IndexingReport> build_index(const std::filesystem::path& index,
                                     const std::vector<Deed>& deeds,
                                     const IndexingTools& tools) {
  const auto began = std::chrono::steady_clock::now();
  auto builder = IndexBuilder::create({.index = index}, tools.resources, tools.cache);
  if (!builder) {
    return tl::unexpected(builder.error());
  }
  for (const Deed& deed : deeds) {
    if (auto added = (*builder)->add(deed); !added) {
      return tl::unexpected(added.error());
    }
  }
  const auto published = (*builder)->publish();
  if (!published) {
    return tl::unexpected(published.error());
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  return IndexingReport{
      .deeds = published->deeds, .seconds = took.count(), .bytes = published->bytes};
}

// Times one way of asking, each text once.
class Stopwatch {
 public:
  Stopwatch(SearchService& service, std::string name) : service_(service), name_(std::move(name)) {}

  [[nodiscard]] Expected<void> ask(const SuggestRequest& request) {
    const double processor_began = processor_time();
    const auto began = std::chrono::steady_clock::now();
    const auto result = service_.suggest(request);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    processor_times_.push_back(processor_time() - processor_began);
    if (!result) {
      return tl::unexpected(result.error());
    }
    times_.push_back(took.count());
    answered_ += result->suggestions.empty() ? 0 : 1;
    return {};
  }

  [[nodiscard]] Latency latency() const { return latency_of(name_, times_); }
  // Of this thread alone, whatever else the machine does.
  [[nodiscard]] Latency processor_latency() const {
    return latency_of(name_ + ", processor time", processor_times_);
  }
  [[nodiscard]] std::size_t answered() const { return answered_; }

 private:
  [[nodiscard]] static Latency latency_of(std::string name, const std::vector<double>& times) {
    return {.name = std::move(name),
            .searches = times.size(),
            .p50 = percentile(times, 0.5),
            .p99 = percentile(times, 0.99)};
  }

  SearchService& service_;
  std::string name_;
  std::vector<double> times_;
  std::vector<double> processor_times_;
  std::size_t answered_ = 0;
};

// One of the ways of asking.
struct Way {
  std::string name;
  bool has_context = false;
  bool has_filter = false;
};

Expected<void> ask_all(Stopwatch& stopwatch,
                       const std::vector<Typed>& typed,
                       const Way& way,
                       const Vocabulary& vocabulary) {
  for (std::size_t i = 0; i < typed.size(); ++i) {
    SuggestRequest request{.text = (way.has_context ? typed[i].context : "") + typed[i].prefix};
    if (way.has_filter) {
      request.filters = filters_of(*typed[i].deed, vocabulary, i);
    }
    if (auto asked = stopwatch.ask(request); !asked) {
      return asked;
    }
  }
  return {};
}

Expected<void> ask_in_all_ways(SearchService& service,
                               const std::vector<Typed>& typed,
                               SuggestReport& report) {
  const std::array ways{Way{"suggest"},
                        Way{"suggest, with words before", true},
                        Way{"suggest, with a filter", false, true},
                        Way{"suggest, with words before, with a filter", true, true}};
  std::size_t answered = 0;
  for (const Way& way : ways) {
    Stopwatch stopwatch(service, way.name);
    if (auto asked = ask_all(stopwatch, typed, way, service.vocabulary()); !asked) {
      return asked;
    }
    report.latencies.push_back(stopwatch.latency());
    report.latencies.push_back(stopwatch.processor_latency());
    answered += stopwatch.answered();
  }
  report.answered = static_cast<double>(answered) / static_cast<double>(typed.size() * ways.size());
  return {};
}

}  // namespace

Expected<SuggestReport> run(const SuggestEvaluation& evaluation) {
  auto tools = load_indexing_tools(evaluation.data);
  if (!tools) {
    return tl::unexpected(tools.error());
  }
  const auto documents = load_documents(evaluation.documents);
  if (!documents) {
    return tl::unexpected(documents.error());
  }
  const auto deeds =
      make_up_deeds(*documents, *tools->resources.vocabulary, evaluation.deeds, evaluation.seed);
  SuggestReport report;
  if (!std::filesystem::exists(evaluation.index)) {
    const auto indexed = build_index(evaluation.index, deeds, *tools);
    if (!indexed) {
      return tl::unexpected(indexed.error());
    }
    report.indexing = *indexed;
  }
  auto service = SearchService::open(
      {.index = evaluation.index, .data = tools->resources.folder, .parallelism = 1});
  if (!service) {
    return tl::unexpected(service.error());
  }
  const auto typed = type_words(deeds, evaluation.texts, evaluation.seed);
  if (auto asked = ask_in_all_ways(**service, typed, report); !asked) {
    return tl::unexpected(asked.error());
  }
  return report;
}

void write_text(const SuggestReport& report, std::ostream& out) {
  out << indexing_line(report.indexing);
  for (const Latency& latency : report.latencies) {
    out << latency_line(latency);
  }
  out << fmt::format("completed: {:.1f} %\n", 100 * report.answered);
}

void write_json(const SuggestReport& report, std::ostream& out) {
  nlohmann::ordered_json json{{"deeds", report.indexing.deeds},
                              {"indexing_seconds", report.indexing.seconds},
                              {"answered", report.answered}};
  for (const Latency& latency : report.latencies) {
    json["latencies"][latency.name] = {{"p50", latency.p50}, {"p99", latency.p99}};
  }
  out << json.dump() << '\n';
}

}  // namespace kiertoon
