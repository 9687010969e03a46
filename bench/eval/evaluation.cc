#include "bench/eval/evaluation.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"

namespace kiertoon {
namespace {

constexpr std::size_t kPage = 10;

SearchRequest request_for(const Query& query) {
  SearchRequest request;
  request.text = query.text.substr(0, byte_offset(query.text, kMaxQueryCharacters));
  return request;
}

bool has_relevant(const Query& query, const Qrels& qrels) {
  const auto judged = qrels.find(query.id);
  return judged != qrels.end() &&
         std::any_of(judged->second.begin(), judged->second.end(), [](const auto& judgement) {
           return judgement.second > 0;
         });
}

QueryScore score(const Query& query, SearchResult result, const Judgements& judgements) {
  std::vector<std::string> ids;
  std::move(result.related.begin(), result.related.end(), std::back_inserter(result.hits));
  for (const Hit& hit : result.hits) {
    ids.push_back(hit.id);
  }
  return {.query = query,
          .hits = std::move(result.hits),
          .ndcg = ndcg_at(kNdcgDepth, ids, judgements),
          .recall = recall_at(kRecallDepth, ids, judgements),
          .reciprocal_rank = reciprocal_rank_at(kReciprocalRankDepth, ids, judgements)};
}

Expected<Latency> measure_searches(SearchService& service,
                                   std::string name,
                                   const std::vector<SearchRequest>& requests,
                                   std::size_t repeat) {
  const auto ask = [&](std::size_t i) -> Expected<void> {
    const auto result = service.search(requests[i]);
    return result ? Expected<void>()
                  : fail(result.error().code,
                         fmt::format("query \"{}\": {}", requests[i].text, result.error().message));
  };
  return measure({.name = std::move(name), .count = requests.size(), .ask = ask}, repeat);
}

}  // namespace

Expected<std::vector<QueryScore>> score_queries(SearchService& service,
                                                const std::vector<Query>& queries,
                                                const Qrels& qrels) {
  std::vector<QueryScore> scores;
  for (const Query& query : queries) {
    if (!has_relevant(query, qrels)) {
      continue;
    }
    SearchRequest request = request_for(query);
    request.limit = kRecallDepth;
    request.detail = HitDetail::kIdentity;
    auto result = service.search(request);
    if (!result) {
      return fail(result.error().code,
                  fmt::format("query {}: {}", query.id, result.error().message));
    }
    scores.push_back(score(query, std::move(*result), qrels.find(query.id)->second));
  }
  return scores;
}

Quality summarise(const std::vector<QueryScore>& scores) {
  Quality quality;
  quality.queries = scores.size();
  for (const QueryScore& score : scores) {
    const double share = 1.0 / static_cast<double>(scores.size());
    quality.ndcg += score.ndcg * share;
    quality.recall += score.recall * share;
    quality.reciprocal_rank += score.reciprocal_rank * share;
  }
  return quality;
}

std::vector<Quality> summarise_by_kind(const std::vector<QueryScore>& scores) {
  std::vector<std::pair<std::string, std::vector<QueryScore>>> kinds;
  for (const QueryScore& score : scores) {
    auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const auto& known) {
      return known.first == score.query.kind;
    });
    if (kind == kinds.end()) {
      kind = kinds.insert(kinds.end(), {score.query.kind, {}});
    }
    kind->second.push_back(score);
  }
  std::vector<Quality> summaries;
  for (const auto& [kind, of_kind] : kinds) {
    summaries.push_back(summarise(of_kind));
    summaries.back().kind = kind;
  }
  return summaries;
}

Expected<std::vector<Latency>> measure_latency(SearchService& service,
                                               const std::vector<Query>& queries,
                                               std::size_t repeat) {
  struct Way {
    std::string name;
    HitDetail detail;
    Interpretation interpretation;
  };
  std::vector<Latency> latencies;
  for (const Way& way :
       {Way{"search", HitDetail::kIdentity, Interpretation::kHelpful},
        Way{"search, exact", HitDetail::kIdentity, Interpretation::kExact},
        Way{"search, snippets and a facet", HitDetail::kFull, Interpretation::kHelpful},
        Way{"search, snippets and a facet, exact", HitDetail::kFull, Interpretation::kExact}}) {
    std::vector<SearchRequest> requests;
    for (const Query& query : queries) {
      SearchRequest& request = requests.emplace_back(request_for(query));
      request.limit = kPage;
      request.detail = way.detail;
      request.interpretation = way.interpretation;
      if (way.detail == HitDetail::kFull) {
        request.facets = {Facet::kLanguage};
      }
    }
    auto latency = measure_searches(service, way.name, requests, repeat);
    if (!latency) {
      return tl::unexpected(latency.error());
    }
    latencies.push_back(std::move(*latency));
  }
  return latencies;
}

void write_run(const std::vector<QueryScore>& scores, std::ostream& out) {
  for (const QueryScore& score : scores) {
    std::size_t rank = 0;
    for (const Hit& hit : score.hits) {
      write_run_line({score.query.id, hit.id, ++rank, hit.score}, out);
    }
  }
}

void write_run_line(const RunLine& line, std::ostream& out) {
  out << fmt::format(
      "{} Q0 {} {} {:.6f} kiertoon\n", line.query, line.document, line.rank, line.score);
}

}  // namespace kiertoon
