#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "bench/eval/collection.h"
#include "bench/eval/latency.h"
#include "search/search_service.h"

namespace kiertoon {

inline constexpr std::size_t kNdcgDepth = 10;
inline constexpr std::size_t kRecallDepth = 100;
inline constexpr std::size_t kReciprocalRankDepth = 10;

// How well one query was answered.
struct QueryScore {
  Query query;
  std::vector<Hit> hits;  // identity and score, at most kRecallDepth
  double ndcg = 0;
  double recall = 0;
  double reciprocal_rank = 0;
};

// Means over queries.
struct Quality {
  std::string kind;  // of the queries; empty when they are of all kinds
  std::size_t queries = 0;
  double ndcg = 0;
  double recall = 0;
  double reciprocal_rank = 0;
};

// Asks each query that has a relevant document in `qrels`, as the server does when nobody sets an
// option. Judgements name documents by the ids that the deeds have.
[[nodiscard]] Expected<std::vector<QueryScore>> score_queries(SearchService& service,
                                                              const std::vector<Query>& queries,
                                                              const Qrels& qrels);

[[nodiscard]] Quality summarise(const std::vector<QueryScore>& scores);

// One for each kind, in the order in which the kinds come up.
[[nodiscard]] std::vector<Quality> summarise_by_kind(const std::vector<QueryScore>& scores);

// Times of the plain search and of the one with snippets and a facet, a page of 10, one search at a
// time: a pass over the queries to warm up, then `repeat` passes that count.
[[nodiscard]] Expected<std::vector<Latency>> measure_latency(SearchService& service,
                                                             const std::vector<Query>& queries,
                                                             std::size_t repeat);

// A document of an answer.
struct RunLine {
  std::string_view query;
  std::string_view document;
  std::size_t rank = 1;
  double score = 0;
};

// The format of trec_eval: "qid Q0 docid rank score kiertoon".
void write_run(const std::vector<QueryScore>& scores, std::ostream& out);
void write_run_line(const RunLine& line, std::ostream& out);

}  // namespace kiertoon
