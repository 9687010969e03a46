#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <vector>

#include "base/error.h"
#include "bench/eval/latency.h"
#include "bench/eval/report.h"

namespace kiertoon {

// How fast texts are completed among many deeds: made-up deeds are indexed, and words of their
// texts are typed, one to twelve letters of them.
struct SuggestEvaluation {
  std::filesystem::path documents;  // what the deeds are made of
  std::filesystem::path index;      // built here when there is none, and left
  std::filesystem::path data;       // empty: see find_data_directory()
  std::size_t deeds = 100'000;
  std::size_t texts = 2'000;  // that are typed, each in four ways
  std::uint64_t seed = 1;
};

struct SuggestReport {
  IndexingReport indexing;         // all zero when the index was there
  std::vector<Latency> latencies;  // each text once, nothing warmed up
  double answered = 0;             // share of the texts that anything completes
};

[[nodiscard]] Expected<SuggestReport> run(const SuggestEvaluation& evaluation);

void write_text(const SuggestReport& report, std::ostream& out);
void write_json(const SuggestReport& report, std::ostream& out);

}  // namespace kiertoon
