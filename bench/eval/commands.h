#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <vector>

#include "analysis/language.h"
#include "base/error.h"
#include "bench/eval/report.h"
#include "bench/eval/similar.h"

namespace kiertoon {

// Where the queries are, and where results beside the report go.
struct EvaluationOptions {
  std::filesystem::path queries;
  std::filesystem::path qrels;
  std::filesystem::path data;         // empty: see find_data_directory()
  std::filesystem::path run_out;      // empty: no run file
  std::filesystem::path queries_out;  // empty: no table of queries
  std::size_t repeat = 3;             // passes over the queries that are timed
};

// Indexes a collection that was not made for kiertoon and asks it the queries.
struct SearchEvaluation {
  EvaluationOptions common;
  std::filesystem::path documents;
  std::optional<Language> language;  // absent: detected for each document
};
[[nodiscard]] Expected<EvaluationReport> run(const SearchEvaluation& evaluation);

// Indexes deeds and asks them the queries; quality by kind of query.
struct GoldenEvaluation {
  EvaluationOptions common;
  std::vector<std::filesystem::path> deeds;
};
[[nodiscard]] Expected<EvaluationReport> run(const GoldenEvaluation& evaluation);

// What is sent to ask for deeds similar to a document: its id, or its text as if it were not there.
enum class AskedWith { kDeed, kText };

// Indexes a collection that was not made for kiertoon, as SearchEvaluation does, and asks for deeds
// similar to some of its documents.
struct SimilarEvaluation {
  std::filesystem::path documents;
  std::optional<Language> language;
  std::filesystem::path queries;  // empty: drawn from the documents of `classes`
  std::filesystem::path qrels;    // of `queries`
  std::filesystem::path classes;  // tab-separated: class, document, grade
  SampleOptions sample;
  AskedWith asked_with = AskedWith::kDeed;
  std::size_t repeat = 3;  // passes over the queries that are timed
  std::filesystem::path data;
  std::filesystem::path run_out;
};
[[nodiscard]] Expected<SimilarReport> run(const SimilarEvaluation& evaluation);

}  // namespace kiertoon
