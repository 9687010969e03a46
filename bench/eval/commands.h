#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <vector>

#include "analysis/language.h"
#include "base/error.h"
#include "bench/eval/report.h"

namespace kiertoon {

// Where the queries are, and where results beside the report go.
struct EvaluationOptions {
  std::filesystem::path queries;
  std::filesystem::path qrels;
  std::filesystem::path data;         // empty: see find_data_directory()
  std::filesystem::path run_out;      // empty: no run file
  std::filesystem::path queries_out;  // empty: no table of queries
};

// Indexes a collection that was not made for kiertoon and asks it the queries.
struct SearchEvaluation {
  EvaluationOptions common;
  std::filesystem::path documents;
  std::optional<Language> language;  // absent: detected for each document
  std::size_t repeat = 3;            // passes over the queries that are timed
};
[[nodiscard]] Expected<EvaluationReport> run(const SearchEvaluation& evaluation);

// Indexes deeds and asks them the queries; quality by kind of query, no times.
struct GoldenEvaluation {
  EvaluationOptions common;
  std::vector<std::filesystem::path> deeds;
};
[[nodiscard]] Expected<EvaluationReport> run(const GoldenEvaluation& evaluation);

}  // namespace kiertoon
