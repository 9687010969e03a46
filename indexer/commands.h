#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "analysis/analyzer.h"
#include "indexer/line_reader.h"
#include "indexer/reporter.h"
#include "indexer/stop_signals.h"
#include "search/index/index_builder.h"

namespace kiertoon {

// The subcommands of kiertoon-indexer. Each returns the program's exit code (see exit_code.h) and
// writes only where it is told to.

// What a wrong record does to a build: it is left out, or nothing is published.
enum class Strictness { kSkip, kFail };

struct BuildOptions {
  std::vector<std::string> sources;
  std::filesystem::path index;
  std::filesystem::path data;  // empty: see find_data_directory()
  std::size_t threads = 2;
  Strictness strictness = Strictness::kSkip;
};

// Reads and checks the sources, builds a generation of the index, and publishes it.
[[nodiscard]] int run_build(const BuildOptions& options, Reporter& reporter, StopSignals& signals);

struct UpdateOptions {
  BuildOptions build;                // strictness: of ids to remove that are not found, too
  std::vector<std::string> removed;  // ids of deeds
  LatentSpaceSource latent_space = LatentSpaceSource::kKept;
};

// Adds the deeds of the sources to those of the current generation, where one with the id of
// another takes its place, removes deeds, and publishes what comes of it as a new generation.
// Publishes none when nothing changes, unless the latent space is to be fitted anew.
[[nodiscard]] int run_update(const UpdateOptions& options,
                             Reporter& reporter,
                             StopSignals& signals);

struct CheckOptions {
  std::vector<std::string> sources;
  std::filesystem::path data;
};

// Reads and checks the sources as run_build() does, and fails when any record is wrong.
[[nodiscard]] int run_check(const CheckOptions& options, Reporter& reporter, StopSignals& signals);

struct AnalyzeOptions {
  std::filesystem::path data;
  std::optional<Language> language;  // absent: detected for each line
  TextRole role = TextRole::kDocument;
};

// Writes a line of JSON with the tokens of each line of the input, and flushes it before it waits
// for more.
[[nodiscard]] int run_analyze(const AnalyzeOptions& options,
                              ReadBytes input,
                              const Reporter::Streams& streams);

}  // namespace kiertoon
