#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "analysis/analyzer.h"
#include "base/error.h"
#include "search/deed/deed.h"
#include "search/resources.h"

namespace kiertoon {

// Where the latent space of similar deeds comes from (search/similar/latent_space.h).
enum class LatentSpaceSource {
  kFitted,  // on the deeds that are added
  kKept,    // from the current generation, which must exist; new deeds are folded in
};

struct IndexBuilderOptions {
  std::filesystem::path index;  // the folder that holds the generations; made when missing
  std::size_t threads = 2;      // that analyse and write
  LatentSpaceSource latent_space = LatentSpaceSource::kFitted;
};

// What the latent space of a generation rests on.
struct LatentSpaceState {
  LatentSpaceSource source = LatentSpaceSource::kFitted;
  std::size_t dimensions = 0;    // 0: there is none
  std::size_t fitted_deeds = 0;  // that it was fitted on, whether they are still here or not
  std::size_t folded_in = 0;     // deeds of this generation that are new or changed since
  bool refit_is_due = false;
};

struct PublishedIndex {
  std::string generation;  // name of its folder under the index folder
  std::size_t deeds = 0;
  std::size_t bytes = 0;  // on disk
  LatentSpaceState latent_space;
};

// Builds a new generation beside the current one and puts it in its place. Until publish()
// succeeds, readers see the old generation; a builder destroyed before that (or killed) leaves it
// untouched. One builder at a time works on an index: a second one fails with kBusy. To be used
// from one thread.
class IndexBuilder {
 public:
  // `cache` is shared by the threads' analyzers, and with others of the program. Fails when the
  // folder cannot be made or locked, or holds something that is not an index, or has not the latent
  // space that is to be kept.
  [[nodiscard]] static Expected<std::unique_ptr<IndexBuilder>> create(
      const IndexBuilderOptions& options,
      const Resources& resources,
      const std::shared_ptr<TermCache>& cache);

  virtual ~IndexBuilder() = default;
  IndexBuilder(const IndexBuilder&) = delete;
  IndexBuilder& operator=(const IndexBuilder&) = delete;
  IndexBuilder(IndexBuilder&&) = delete;
  IndexBuilder& operator=(IndexBuilder&&) = delete;

  // Takes a valid deed whose language is known. Deeds are numbered in the order in which they come:
  // add them sorted by id, so that ties in a result break by id. Ids must be unique (the caller's
  // duty). Blocks while the threads are behind.
  virtual Expected<void> add(Deed deed) = 0;

  // Deeds whose text is in the index by now.
  [[nodiscard]] virtual std::size_t indexed() const = 0;

  // Waits for the threads, writes and checks the new generation, makes it current by an atomic
  // rename, and removes generations older than the one before it. Nothing can be added afterwards.
  virtual Expected<PublishedIndex> publish() = 0;

 protected:
  IndexBuilder() = default;
};

}  // namespace kiertoon
