#include "bench/eval/report.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kiertoon {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kMebibyte = 1024.0 * 1024.0;

double per_second(const IndexingReport& indexing) {
  return indexing.seconds > 0 ? static_cast<double>(indexing.deeds) / indexing.seconds : 0;
}

Json indexing_json(const IndexingReport& indexing) {
  return {{"deeds", indexing.deeds},
          {"seconds", indexing.seconds},
          {"deeds_per_second", per_second(indexing)},
          {"bytes", indexing.bytes}};
}

Json latencies_json(const std::vector<Latency>& latencies) {
  Json json = Json::object();
  for (const Latency& latency : latencies) {
    json[latency.name] = {
        {"p50", latency.p50}, {"p99", latency.p99}, {"searches", latency.searches}};
  }
  return json;
}

std::string quality_line(std::string_view name, const Quality& quality) {
  return fmt::format("{:<12} {:>7}  {:.4f}   {:.4f}      {:.4f}\n",
                     name,
                     quality.queries,
                     quality.ndcg,
                     quality.recall,
                     quality.reciprocal_rank);
}

Json quality_json(const Quality& quality) {
  return {{"queries", quality.queries},
          {"ndcg_at_10", quality.ndcg},
          {"recall_at_100", quality.recall},
          {"mrr_at_10", quality.reciprocal_rank}};
}

}  // namespace

std::string indexing_line(const IndexingReport& indexing) {
  return fmt::format("indexing: {} deeds in {:.2f} s, {:.0f} deeds/s, {:.1f} MiB\n",
                     indexing.deeds,
                     indexing.seconds,
                     per_second(indexing),
                     static_cast<double>(indexing.bytes) / kMebibyte);
}

std::string latency_line(const Latency& latency) {
  return fmt::format("{}: p50 {:.3f} ms, p99 {:.3f} ms ({} searches)\n",
                     latency.name,
                     latency.p50,
                     latency.p99,
                     latency.searches);
}

void write_text(const EvaluationReport& report, std::ostream& out) {
  out << indexing_line(report.indexing);
  out << "kind         queries  nDCG@10  Recall@100  MRR@10\n";
  for (const Quality& quality : report.by_kind) {
    out << quality_line(quality.kind.empty() ? "-" : quality.kind, quality);
  }
  out << quality_line("all", report.quality);
  for (const Latency& latency : report.latencies) {
    out << latency_line(latency);
  }
}

void write_json(const EvaluationReport& report, std::ostream& out) {
  Json json{{"indexing", indexing_json(report.indexing)},
            {"quality", quality_json(report.quality)},
            {"kinds", Json::object()},
            {"latency_ms", latencies_json(report.latencies)}};
  for (const Quality& quality : report.by_kind) {
    json["kinds"][quality.kind] = quality_json(quality);
  }
  out << json.dump() << '\n';
}

void write_text(const SimilarReport& report, std::ostream& out) {
  out << indexing_line(report.indexing);
  out << "queries  nDCG@10  P@10    MRR@10\n";
  out << fmt::format("{:>7}  {:.4f}   {:.4f}  {:.4f}\n",
                     report.quality.queries,
                     report.quality.ndcg,
                     report.quality.precision,
                     report.quality.reciprocal_rank);
  for (const Latency& latency : report.latencies) {
    out << latency_line(latency);
  }
}

void write_json(const SimilarReport& report, std::ostream& out) {
  const Json json{{"indexing", indexing_json(report.indexing)},
                  {"quality",
                   {{"queries", report.quality.queries},
                    {"ndcg_at_10", report.quality.ndcg},
                    {"precision_at_10", report.quality.precision},
                    {"mrr_at_10", report.quality.reciprocal_rank}}},
                  {"latency_ms", latencies_json(report.latencies)}};
  out << json.dump() << '\n';
}

void write_queries(const std::vector<QueryScore>& scores, std::ostream& out) {
  std::vector<const QueryScore*> sorted;
  sorted.reserve(scores.size());
  for (const QueryScore& score : scores) {
    sorted.push_back(&score);
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const QueryScore* a, const QueryScore* b) {
    return a->ndcg < b->ndcg;
  });
  for (const QueryScore* score : sorted) {
    out << fmt::format("{:.4f}\t{:.4f}\t{:.4f}\t{}\t{}\t{}\n",
                       score->ndcg,
                       score->recall,
                       score->reciprocal_rank,
                       score->query.id,
                       score->query.kind,
                       score->query.text);
  }
}

}  // namespace kiertoon
