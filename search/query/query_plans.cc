#include "search/query/query_plans.h"

#include <string>
#include <utility>

namespace kiertoon {

QueryPlans::QueryPlans(const Snapshot& snapshot,
                       const SearchTools& tools,
                       const Xapian::Database& database,
                       ExpansionQueries expansion_queries)
    : snapshot_(snapshot),
      tools_(tools),
      languages_(index_languages(snapshot.counts()->at(index_of(Facet::kLanguage)),
                                 snapshot.deed_count())),
      terms_(database),
      names_(tools.analyzer, terms_),
      expansions_(names_, database, expansion_queries) {}

std::shared_ptr<const QueryPlan> QueryPlans::plan(std::string_view text,
                                                  Interpretation interpretation) {
  std::string key = std::to_string(static_cast<int>(interpretation));
  key += text;
  if (const auto* known = plans_.find(key)) {
    return *known;
  }
  QueryPlanner planner({.search = tools_,
                        .columns = snapshot_.columns(),
                        .terms = terms_,
                        .languages = languages_,
                        .expansions = expansions_});
  auto plan = std::make_shared<const QueryPlan>(planner.plan(text, interpretation));
  return is_small(text, *plan) ? plans_.insert(key, std::move(plan)) : plan;
}

bool QueryPlans::is_small(std::string_view text, const QueryPlan& plan) {
  std::size_t terms = 0;
  for (const auto& word : plan.words) {
    terms += word.alternatives.size();
    for (const auto& phrase : word.phrases) {
      for (const auto& alternatives : phrase.words) {
        terms += alternatives.size();
      }
    }
  }
  return text.size() <= kLongestText && terms <= kMostTerms;
}

}  // namespace kiertoon
