#include <chrono>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "indexer/collect.h"
#include "indexer/commands.h"
#include "indexer/exit_code.h"
#include "search/index/index_builder.h"
#include "search/resources.h"

namespace kiertoon {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kMebibyte = 1024.0 * 1024.0;

// Why nothing is to be published, if so.
std::optional<Error> refusal(const CollectionCounts& counts, Strictness strictness) {
  if (counts.duplicates > 0) {
    return Error{ErrorCode::kInvalidData,
                 fmt::format("{} ids are used more than once", counts.duplicates),
                 "nothing was published; the messages above name both places"};
  }
  if (counts.wrong > 0 && strictness == Strictness::kFail) {
    return Error{ErrorCode::kInvalidData,
                 fmt::format("{} of {} deeds are wrong", counts.wrong, counts.read),
                 "nothing was published, as --strict asks"};
  }
  if (counts.read == counts.wrong) {
    return Error{ErrorCode::kInvalidData,
                 "the sources hold no deed that is right",
                 "nothing was published: an empty index would replace the current one"};
  }
  return std::nullopt;
}

// A build under way. Signals reach this thread alone, and until publish() they only stop it.
class Build {
 public:
  Build(const BuildOptions& options, Reporter& reporter, StopSignals& signals)
      : options_(options), reporter_(reporter), signals_(signals), began_(Clock::now()) {}

  int run() {
    auto tools = load_indexing_tools(options_.data);
    if (!tools) {
      return failed(tools.error(), kExitEnvironment);
    }
    auto builder = create_builder(*tools);
    if (!builder) {
      return failed(builder.error(), kExitIndex);
    }
    DeedCollector collector({*tools->analyzer, *tools->resources.vocabulary, reporter_, signals_});
    const auto collected = collect(options_.sources, collector);
    if (!collected) {
      return failed(collected.error(), kExitData);
    }
    if (const auto reason = refusal(collector.counts(), options_.strictness)) {
      return failed(*reason, kExitData);
    }
    return index(**builder, collector);
  }

 private:
  Expected<std::unique_ptr<IndexBuilder>> create_builder(const IndexingTools& tools) {
    const SignalBlock block;
    return IndexBuilder::create(
        {.index = options_.index, .threads = options_.threads}, tools.resources, tools.cache);
  }

  int index(IndexBuilder& builder, DeedCollector& collector) {
    std::vector<Deed> deeds = collector.take_sorted();
    for (Deed& deed : deeds) {
      const auto added = builder.add(std::exchange(deed, {}));
      if (!added || signals_.received()) {
        return failed(added ? Error{} : added.error(), kExitIndex);
      }
      reporter_.progress("Indexing", builder.indexed(), deeds.size());
    }
    signals_.stop_noting();
    if (signals_.received()) {
      return failed({}, kExitIndex);
    }
    const auto published = builder.publish();
    if (!published) {
      return failed(published.error(), kExitIndex);
    }
    report(*published, collector.counts());
    return kExitOk;
  }

  // What went wrong does not matter once a signal asked to stop.
  int failed(const Error& error, int exit_code) {
    if (const auto signal = signals_.received()) {
      return kExitSignalBase + *signal;
    }
    reporter_.error(error);
    return exit_code;
  }

  void report(const PublishedIndex& published, const CollectionCounts& counts) {
    const double seconds = std::chrono::duration<double>(Clock::now() - began_).count();
    report_counts(counts, reporter_);
    reporter_.result(fmt::format("generation: {}, deeds: {}, size: {:.1f} MiB",
                                 published.generation,
                                 published.deeds,
                                 static_cast<double>(published.bytes) / kMebibyte));
    reporter_.result(fmt::format(
        "time: {:.2f} s, {:.0f} deeds/s", seconds, static_cast<double>(published.deeds) / seconds));
  }

  const BuildOptions& options_;
  Reporter& reporter_;
  StopSignals& signals_;
  Clock::time_point began_;
};

}  // namespace

int run_build(const BuildOptions& options, Reporter& reporter, StopSignals& signals) {
  return Build(options, reporter, signals).run();
}

}  // namespace kiertoon
