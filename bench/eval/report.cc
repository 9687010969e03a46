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

void write_text(const EvaluationReport& report, std::ostream& out) {
  out << fmt::format("indexing: {} deeds in {:.2f} s, {:.0f} deeds/s, {:.1f} MiB\n",
                     report.indexing.deeds,
                     report.indexing.seconds,
                     per_second(report.indexing),
                     static_cast<double>(report.indexing.bytes) / kMebibyte);
  out << "kind         queries  nDCG@10  Recall@100  MRR@10\n";
  for (const Quality& quality : report.by_kind) {
    out << quality_line(quality.kind.empty() ? "-" : quality.kind, quality);
  }
  out << quality_line("all", report.quality);
  for (const Latency& latency : report.latencies) {
    out << fmt::format("{}: p50 {:.3f} ms, p99 {:.3f} ms ({} searches)\n",
                       latency.name,
                       latency.p50,
                       latency.p99,
                       latency.searches);
  }
}

void write_json(const EvaluationReport& report, std::ostream& out) {
  Json json{{"indexing",
             {{"deeds", report.indexing.deeds},
              {"seconds", report.indexing.seconds},
              {"deeds_per_second", per_second(report.indexing)},
              {"bytes", report.indexing.bytes}}},
            {"quality", quality_json(report.quality)},
            {"kinds", Json::object()},
            {"latency_ms", Json::object()}};
  for (const Quality& quality : report.by_kind) {
    json["kinds"][quality.kind] = quality_json(quality);
  }
  for (const Latency& latency : report.latencies) {
    json["latency_ms"][latency.name] = {
        {"p50", latency.p50}, {"p99", latency.p99}, {"searches", latency.searches}};
  }
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
