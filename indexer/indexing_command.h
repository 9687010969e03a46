#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "indexer/commands.h"
#include "indexer/deed_collector.h"
#include "indexer/reporter.h"
#include "indexer/stop_signals.h"
#include "search/deed/deed.h"
#include "search/index/index_builder.h"
#include "search/resources.h"

namespace kiertoon {

// What `build` and `update` have in common: they load their tools, lock the index, and collect the
// deeds of the sources. Signals reach this thread alone, and until the generation is published they
// only stop it. Arguments outlive the command.
class IndexingCommand {
 public:
  IndexingCommand(const BuildOptions& options,
                  LatentSpaceSource latent_space,
                  Reporter& reporter,
                  StopSignals& signals);
  virtual ~IndexingCommand() = default;
  IndexingCommand(const IndexingCommand&) = delete;
  IndexingCommand& operator=(const IndexingCommand&) = delete;
  IndexingCommand(IndexingCommand&&) = delete;
  IndexingCommand& operator=(IndexingCommand&&) = delete;

  // Returns the program's exit code.
  [[nodiscard]] int run();

 protected:
  // Why the deeds that were collected are not to be used, beside what holds for both commands.
  [[nodiscard]] virtual std::optional<Error> refusal(const CollectionCounts& counts) const = 0;
  // Makes a generation of the deeds. Returns the exit code.
  [[nodiscard]] virtual int finish(IndexBuilder& builder, DeedCollector& collector) = 0;

  // Indexes the deeds, sorted by id, and publishes them, with progress.
  [[nodiscard]] Expected<PublishedIndex> publish(IndexBuilder& builder, std::vector<Deed> deeds);
  // The lines about the new generation, its latent space and the time that it took.
  void report(const PublishedIndex& published);
  // Reports the error and returns `exit_code`; once a signal asked to stop, what went wrong does
  // not matter, and the exit code is the signal's.
  [[nodiscard]] int failed(const Error& error, int exit_code);

  [[nodiscard]] const BuildOptions& options() const { return options_; }
  [[nodiscard]] Reporter& reporter() { return reporter_; }
  [[nodiscard]] const StopSignals& signals() const { return signals_; }

 private:
  [[nodiscard]] Expected<std::unique_ptr<IndexBuilder>> create_builder(const IndexingTools& tools);

  const BuildOptions& options_;
  LatentSpaceSource latent_space_;
  Reporter& reporter_;
  StopSignals& signals_;
  std::chrono::steady_clock::time_point began_;
};

// An error that says that nothing was published, and why.
[[nodiscard]] Error refused(std::string message, std::string_view why);

}  // namespace kiertoon
