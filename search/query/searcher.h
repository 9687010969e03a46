#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "base/error.h"
#include "search/index/snapshot.h"
#include "search/query/facet_decider.h"
#include "search/query/hit_matches.h"
#include "search/query/query_plans.h"
#include "search/query/search_request.h"
#include "search/query/search_result.h"
#include "search/query/search_tools.h"

namespace kiertoon {

// Answers requests over one snapshot. Not thread-safe: one a thread, with a database and an
// analyzer of its own.
class Searcher {
 public:
  // All must outlive the searcher. Throws what Xapian throws.
  Searcher(const Snapshot& snapshot, const SearchTools& tools);

  // Ranked by weighting_scheme(), with the weights of KindWeights and CombinationWeights. Without
  // words, relevance is the newest first.
  // Equal deeds follow by id.
  [[nodiscard]] Expected<SearchResult> search(const SearchRequest& request);

  // Nothing when no deed has this id.
  [[nodiscard]] Expected<std::optional<Deed>> deed(std::string_view id) const;

  [[nodiscard]] const IndexTerms& terms() const { return plans_.terms(); }

 private:
  [[nodiscard]] SearchResult run(const SearchRequest& request);
  [[nodiscard]] Xapian::MSet match(const SearchRequest& request,
                                   const QueryPlan& plan,
                                   const FacetDecider& decider) const;
  [[nodiscard]] std::vector<ScoredDeed> find_related(const SearchRequest& request,
                                                     const QueryPlan& plan,
                                                     const Xapian::MSet& matches,
                                                     const FacetDecider& decider) const;
  [[nodiscard]] std::vector<Hit> identities(const std::vector<ScoredDeed>& deeds) const;
  // With snippets, and how the words met each deed. Related deeds have none of the words.
  [[nodiscard]] std::vector<Hit> describe(const std::vector<ScoredDeed>& deeds,
                                          const std::vector<PlannedWord>& words) const;
  [[nodiscard]] std::vector<Hit> describe_without_words(const std::vector<ScoredDeed>& deeds) const;
  [[nodiscard]] Hit make_hit(Deed deed, double score, HitMatches matches) const;
  [[nodiscard]] std::vector<HitOrganisation> organisations_of(const Deed& deed) const;

  const Snapshot& snapshot_;
  SearchTools tools_;
  Xapian::Database database_;
  QueryPlans plans_;
};

}  // namespace kiertoon
