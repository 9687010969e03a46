#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "indexer/collect.h"
#include "indexer/commands.h"
#include "indexer/deed_merge.h"
#include "indexer/exit_code.h"
#include "indexer/indexing_command.h"
#include "search/index/generations.h"
#include "search/index/stored_deeds.h"

namespace kiertoon {
namespace {

// Why what comes of the update is not to be published, if so.
std::optional<Error> refusal_of(const MergedDeeds& merged, Strictness strictness) {
  if (!merged.not_found.empty() && strictness == Strictness::kFail) {
    return refused(
        fmt::format("{} of the ids to remove are not in the index", merged.not_found.size()),
        "--strict asks for it");
  }
  if (merged.deeds.empty()) {
    return refused("the update would leave no deed",
                   "an empty index would replace the current one");
  }
  return std::nullopt;
}

// An id that is both to be added and to be removed, if there is one. Both are sorted.
std::optional<Error> contradiction(const DeedChanges& changes) {
  for (const Deed& deed : changes.deeds) {
    if (std::binary_search(changes.removed.begin(), changes.removed.end(), deed.id)) {
      return refused(fmt::format("\"{}\" is to be removed, and a source has it", deed.id),
                     "which of the two is meant?");
    }
  }
  return std::nullopt;
}

class Update final : public IndexingCommand {
 public:
  Update(const UpdateOptions& options, Reporter& reporter, StopSignals& signals)
      : IndexingCommand(options.build, options.latent_space, reporter, signals),
        options_(options) {}

 private:
  [[nodiscard]] std::optional<Error> refusal(const CollectionCounts& counts) const override {
    return counts.wrong == 0 || counts.wrong < counts.read
               ? std::nullopt
               : std::optional(refused("the sources hold no deed that is right",
                                       "they are probably not what they should be"));
  }

  [[nodiscard]] int finish(IndexBuilder& builder, DeedCollector& collector) override {
    DeedChanges changes{.deeds = collector.take_sorted(), .removed = options_.removed};
    std::sort(changes.removed.begin(), changes.removed.end());
    changes.removed.erase(std::unique(changes.removed.begin(), changes.removed.end()),
                          changes.removed.end());
    if (const auto reason = contradiction(changes)) {
      return failed(*reason, kExitData);
    }
    auto current = read_stored_deeds(options().index);
    if (!current || signals().received()) {
      return failed(current ? Error{} : current.error(), kExitIndex);
    }
    MergedDeeds merged = merge_deeds(std::move(*current), std::move(changes));
    for (const auto& id : merged.not_found) {
      reporter().warning(fmt::format("\"{}\" is to be removed, but no deed has that id", id));
    }
    if (const auto reason = refusal_of(merged, options().strictness)) {
      return failed(*reason, kExitData);
    }
    return index(builder, std::move(merged), collector.counts());
  }

  int index(IndexBuilder& builder, MergedDeeds merged, const CollectionCounts& counts) {
    std::optional<PublishedIndex> published;
    if (merged.counts.is_change() || options_.latent_space == LatentSpaceSource::kFitted) {
      auto done = publish(builder, std::move(merged.deeds));
      if (!done) {
        return failed(done.error(), kExitIndex);
      }
      published = std::move(*done);
    }
    if (!options().sources.empty()) {
      report_counts(counts, reporter());
    }
    report_merge(merged.counts, merged.not_found.size());
    if (published) {
      report(*published);
    } else {
      reporter().result("nothing changed: the index is as it was");
    }
    return kExitOk;
  }

  void report_merge(const MergeCounts& counts, std::size_t not_found) {
    reporter().result(
        fmt::format("added: {}, replaced: {}, unchanged: {}, removed: {}{}, others kept: {}",
                    counts.added,
                    counts.replaced,
                    counts.unchanged,
                    counts.removed,
                    not_found == 0 ? std::string() : fmt::format(" (not found: {})", not_found),
                    counts.kept));
  }

  const UpdateOptions& options_;
};

}  // namespace

int run_update(const UpdateOptions& options, Reporter& reporter, StopSignals& signals) {
  // Before a builder makes a folder for an index that nobody has built.
  if (const auto current = current_generation(options.build.index); !current) {
    reporter.error(current.error());
    return kExitIndex;
  }
  return Update(options, reporter, signals).run();
}

}  // namespace kiertoon
