#include "bench/eval/similar.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "bench/eval/evaluation.h"
#include "bench/eval/metrics.h"
#include "search/similar/similar_request.h"

namespace kiertoon {
namespace {

SimilarRequest request_for(const SimilarQuery& query, std::size_t limit) {
  SimilarRequest request;
  if (query.text.empty()) {
    request.ids = {query.document};
  } else {
    request.text = query.text;
  }
  request.limit = limit;
  request.own_organisation = OwnOrganisation::kIncluded;
  request.max_per_organisation = 0;
  request.distance = Distance::kAny;
  return request;
}

Expected<SimilarResult> ask(SearchService& service, const SimilarQuery& query, std::size_t limit) {
  return service.similar(request_for(query, limit)).map_error([&](const Error& error) {
    return Error{error.code, fmt::format("query {}: {}", query.id, error.message)};
  });
}

// Without the query's own document, which answers nothing.
Judgements judgements_of(const SimilarQuery& query, const Qrels& qrels) {
  const auto judged = qrels.find(query.id);
  if (judged == qrels.end()) {
    return {};
  }
  Judgements judgements = judged->second;
  judgements.erase(query.document);
  return judgements;
}

bool has_relevant(const Judgements& judgements) {
  return std::any_of(judgements.begin(), judgements.end(), [](const auto& judgement) {
    return judgement.second > 0;
  });
}

SimilarScore score(const SimilarQuery& query,
                   std::vector<SimilarDeed> deeds,
                   const Judgements& judgements) {
  std::erase_if(deeds, [&](const SimilarDeed& deed) { return deed.facts.id == query.document; });
  std::vector<std::string> ids;
  ids.reserve(deeds.size());
  for (const SimilarDeed& deed : deeds) {
    ids.push_back(deed.facts.id);
  }
  return {.query = query.id,
          .deeds = std::move(deeds),
          .ndcg = ndcg_at(kNdcgDepth, ids, judgements),
          .precision = precision_at(kPrecisionDepth, ids, judgements),
          .reciprocal_rank = reciprocal_rank_at(kReciprocalRankDepth, ids, judgements)};
}

}  // namespace

Expected<std::vector<SimilarScore>> score_similar(SearchService& service,
                                                  const SimilarQuestions& questions) {
  std::vector<SimilarScore> scores;
  for (const SimilarQuery& query : questions.queries) {
    const Judgements judgements = judgements_of(query, questions.qrels);
    if (!has_relevant(judgements)) {
      continue;
    }
    auto result = ask(service, query, kMaxSimilarDeeds);
    if (!result) {
      return tl::unexpected(result.error());
    }
    scores.push_back(score(query, std::move(result->deeds), judgements));
  }
  return scores;
}

SimilarQuality summarise(const std::vector<SimilarScore>& scores) {
  SimilarQuality quality;
  quality.queries = scores.size();
  for (const SimilarScore& score : scores) {
    const double share = 1.0 / static_cast<double>(scores.size());
    quality.ndcg += score.ndcg * share;
    quality.precision += score.precision * share;
    quality.reciprocal_rank += score.reciprocal_rank * share;
  }
  return quality;
}

Expected<std::vector<Latency>> measure_similar(SearchService& service,
                                               const std::vector<SimilarQuery>& queries,
                                               std::size_t repeat) {
  std::vector<Latency> latencies;
  for (const std::size_t limit : {SimilarRequest().limit, kMaxSimilarDeeds}) {
    const auto request = [&](std::size_t i) -> Expected<void> {
      return ask(service, queries[i], limit).map([](const SimilarResult&) {});
    };
    auto latency = measure(
        {.name = fmt::format("similar, {} deeds", limit), .count = queries.size(), .ask = request},
        repeat);
    if (!latency) {
      return tl::unexpected(latency.error());
    }
    latencies.push_back(std::move(*latency));
  }
  return latencies;
}

void write_run(const std::vector<SimilarScore>& scores, std::ostream& out) {
  for (const SimilarScore& score : scores) {
    std::size_t rank = 0;
    for (const SimilarDeed& deed : score.deeds) {
      write_run_line({score.query, deed.facts.id, ++rank, deed.similarity}, out);
    }
  }
}

}  // namespace kiertoon
