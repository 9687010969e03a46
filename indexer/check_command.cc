#include "indexer/collect.h"
#include "indexer/commands.h"
#include "indexer/exit_code.h"
#include "search/resources.h"

namespace kiertoon {

int run_check(const CheckOptions& options, Reporter& reporter, StopSignals& signals) {
  const auto tools = load_indexing_tools(options.data);
  if (!tools) {
    reporter.error(tools.error());
    return kExitEnvironment;
  }
  DeedCollector collector({*tools->analyzer, *tools->resources.vocabulary, reporter, signals});
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
