#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "base/error.h"
#include "bench/eval/collection.h"
#include "bench/eval/latency.h"
#include "search/search_service.h"
#include "search/similar/similar_result.h"

namespace kiertoon {

inline constexpr std::size_t kPrecisionDepth = 10;

// Queries with their judgements.
struct SimilarQuestions {
  std::vector<SimilarQuery> queries;
  Qrels qrels;
};

struct SampleOptions {
  std::size_t size = 300;
  std::uint64_t seed = 1;
};

// Draws queries, named as their documents, from those of `documents` that share a class with
// another one; all of them when there are fewer. The grade of a document is the number of classes
// it shares with the query's. `classes` holds the documents of each class.
[[nodiscard]] SimilarQuestions draw_similar_questions(const Qrels& classes,
                                                      const std::vector<Document>& documents,
                                                      const SampleOptions& sample);

// Gives each query the text of its document: title and text, cut where the server would refuse
// more. Fails with kInvalidData when a document is missing.
Expected<void> ask_with_text(const std::vector<Document>& documents,
                             std::vector<SimilarQuery>& queries);

// How well the deeds similar to one were found.
struct SimilarScore {
  std::string query;
  std::vector<SimilarDeed> deeds;  // nearest first, without the query's own
  double ndcg = 0;
  double precision = 0;
  double reciprocal_rank = 0;
};

// Means over queries.
struct SimilarQuality {
  std::size_t queries = 0;
  double ndcg = 0;
  double precision = 0;
  double reciprocal_rank = 0;
};

// Asks each query that has a relevant document besides its own, as the server does when nobody sets
// an option, except that any distance will do, nothing is done about organisations (all documents
// of a collection have the same one), and the list is as long as it may be.
[[nodiscard]] Expected<std::vector<SimilarScore>> score_similar(SearchService& service,
                                                                const SimilarQuestions& questions);

[[nodiscard]] SimilarQuality summarise(const std::vector<SimilarScore>& scores);

// Times of the same requests, and before these of ones for as many deeds as the server sends when
// nobody sets a limit; see measure().
[[nodiscard]] Expected<std::vector<Latency>> measure_similar(
    SearchService& service, const std::vector<SimilarQuery>& queries, std::size_t repeat);

// In the format of trec_eval.
void write_run(const std::vector<SimilarScore>& scores, std::ostream& out);

}  // namespace kiertoon
