#include "indexer/indexing_command.h"

#include <cstddef>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "indexer/collect.h"
#include "indexer/exit_code.h"

namespace kiertoon {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kMebibyte = 1024.0 * 1024.0;

std::string describe(const LatentSpaceState& space, std::size_t deeds) {
  if (space.dimensions == 0) {
    return "similar deeds: by their words alone, for no latent space is fitted";
  }
  if (space.source == LatentSpaceSource::kFitted) {
    return fmt::format("similar deeds: {} dimensions, fitted on {} of {} deeds",
                       space.dimensions,
                       space.fitted_deeds,
                       deeds);
  }
  return fmt::format("similar deeds: {} dimensions, fitted on {} deeds; folded in since: {} of {}",
                     space.dimensions,
                     space.fitted_deeds,
                     space.folded_in,
                     deeds);
}

// Why no command uses the sources, if so.
std::optional<Error> common_refusal(const CollectionCounts& counts, Strictness strictness) {
  if (counts.duplicates > 0) {
    return refused(fmt::format("{} ids are used more than once", counts.duplicates),
                   "the messages above name both places");
  }
  if (counts.wrong > 0 && strictness == Strictness::kFail) {
    return refused(fmt::format("{} of {} deeds are wrong", counts.wrong, counts.read),
                   "--strict asks for it");
  }
  return std::nullopt;
}

}  // namespace

Error refused(std::string message, std::string_view why) {
  return {
      ErrorCode::kInvalidData, std::move(message), fmt::format("nothing was published: {}", why)};
}

IndexingCommand::IndexingCommand(const BuildOptions& options,
                                 LatentSpaceSource latent_space,
                                 Reporter& reporter,
                                 StopSignals& signals)
    : options_(options),
      latent_space_(latent_space),
      reporter_(reporter),
      signals_(signals),
      began_(Clock::now()) {}

int IndexingCommand::run() {
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
  auto reason = common_refusal(collector.counts(), options_.strictness);
  if (!reason) {
    reason = refusal(collector.counts());
  }
  return reason ? failed(*reason, kExitData) : finish(**builder, collector);
}

Expected<std::unique_ptr<IndexBuilder>> IndexingCommand::create_builder(
    const IndexingTools& tools) {
  const SignalBlock block;
  return IndexBuilder::create(
      {.index = options_.index, .threads = options_.threads, .latent_space = latent_space_},
      tools.resources,
      tools.cache);
}

Expected<PublishedIndex> IndexingCommand::publish(IndexBuilder& builder, std::vector<Deed> deeds) {
  for (Deed& deed : deeds) {
    if (const auto added = builder.add(std::exchange(deed, {})); !added) {
      return tl::unexpected(added.error());
    }
    if (signals_.received()) {
      return tl::unexpected(Error{});
    }
    reporter_.progress("Indexing", builder.indexed(), deeds.size());
  }
  signals_.stop_noting();
  if (signals_.received()) {
    return tl::unexpected(Error{});
  }
  return builder.publish();
}

void IndexingCommand::report(const PublishedIndex& published) {
  const double seconds = std::chrono::duration<double>(Clock::now() - began_).count();
  reporter_.result(fmt::format("generation: {}, deeds: {}, size: {:.1f} MiB",
                               published.generation,
                               published.deeds,
                               static_cast<double>(published.bytes) / kMebibyte));
  reporter_.result(describe(published.latent_space, published.deeds));
  if (published.latent_space.refit_is_due) {
    reporter_.result(
        fmt::format("a refit is due: kiertoon-indexer update --refit --index {}, or build",
                    options_.index.string()));
  }
  reporter_.result(fmt::format(
      "time: {:.2f} s, {:.0f} deeds/s", seconds, static_cast<double>(published.deeds) / seconds));
}

int IndexingCommand::failed(const Error& error, int exit_code) {
  if (const auto signal = signals_.received()) {
    return kExitSignalBase + *signal;
  }
  reporter_.error(error);
  return exit_code;
}

}  // namespace kiertoon
