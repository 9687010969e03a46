#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "bench/eval/evaluation.h"
#include "bench/eval/similar.h"

namespace kiertoon {

struct IndexingReport {
  std::size_t deeds = 0;
  double seconds = 0;
  std::size_t bytes = 0;
};

// All that an evaluation found.
struct EvaluationReport {
  IndexingReport indexing;
  Quality quality;
  std::vector<Quality> by_kind;    // may be empty
  std::vector<Latency> latencies;  // may be empty
};

// The same for similar deeds.
struct SimilarReport {
  IndexingReport indexing;
  SimilarQuality quality;
  std::vector<Latency> latencies;
};

// For people: a line a figure.
void write_text(const EvaluationReport& report, std::ostream& out);
void write_text(const SimilarReport& report, std::ostream& out);

// For programs: one JSON object on one line.
void write_json(const EvaluationReport& report, std::ostream& out);
void write_json(const SimilarReport& report, std::ostream& out);

// Pieces that other reports share.
[[nodiscard]] std::string indexing_line(const IndexingReport& indexing);
[[nodiscard]] std::string latency_line(const Latency& latency);

// Tab-separated, a line a query, the worst first: nDCG, recall, reciprocal rank, id, kind, text.
void write_queries(const std::vector<QueryScore>& scores, std::ostream& out);

}  // namespace kiertoon
