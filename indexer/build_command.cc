#include <optional>

#include "indexer/collect.h"
#include "indexer/commands.h"
#include "indexer/exit_code.h"
#include "indexer/indexing_command.h"

namespace kiertoon {
namespace {

class Build final : public IndexingCommand {
 public:
  using IndexingCommand::IndexingCommand;

 private:
  [[nodiscard]] std::optional<Error> refusal(const CollectionCounts& counts) const override {
    return counts.read > counts.wrong
               ? std::nullopt
               : std::optional(refused("the sources hold no deed that is right",
                                       "an empty index would replace the current one"));
  }

  [[nodiscard]] int finish(IndexBuilder& builder, DeedCollector& collector) override {
    const auto published = publish(builder, collector.take_sorted());
    if (!published) {
      return failed(published.error(), kExitIndex);
    }
    report_counts(collector.counts(), reporter());
    report(*published);
    return kExitOk;
  }
};

}  // namespace

int run_build(const BuildOptions& options, Reporter& reporter, StopSignals& signals) {
  return Build(options, LatentSpaceSource::kFitted, reporter, signals).run();
}

}  // namespace kiertoon
