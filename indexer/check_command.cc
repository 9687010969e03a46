#include "indexer/collect.h"
#include "indexer/commands.h"
#include "indexer/exit_code.h"
#include "indexer/resources.h"

namespace kiertoon {

int run_check(const CheckOptions& options, Reporter& reporter, StopSignals& signals) {
  const auto resources = load_resources(options.data);
  if (!resources) {
    reporter.error(resources.error());
    return kExitEnvironment;
  }
  DeedCollector collector({*resources->analyzer, *resources->vocabulary, reporter, signals});
  const auto collected = collect(options.sources, collector);
  if (const auto signal = signals.received()) {
    return kExitSignalBase + *signal;
  }
  if (!collected) {
    reporter.error(collected.error());
    return kExitData;
  }
  report_counts(collector.counts(), reporter);
  return collector.counts().wrong == 0 ? kExitOk : kExitData;
}

}  // namespace kiertoon
