#pragma once

#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "search/index/facet_columns.h"
#include "search/query/expansion_planner.h"
#include "search/query/index_languages.h"
#include "search/query/index_terms.h"
#include "search/query/planned_word.h"
#include "search/query/query_combination.h"
#include "search/query/query_expander.h"
#include "search/query/query_languages.h"
#include "search/query/query_parser.h"
#include "search/query/query_reading.h"
#include "search/query/query_run.h"
#include "search/query/search_request.h"
#include "search/query/search_tools.h"

namespace kiertoon {

struct QueryPlan {
  Xapian::Query query;
  bool has_conditions = false;  // phrases, fields, excluded words: not for any deed to meet
  std::vector<PlannedWord> words;
  QueryReading reading;
};

// What a plan is made with. All must outlive the planner.
struct PlannerTools {
  const SearchTools& search;
  const FacetColumns& columns;
  const IndexTerms& terms;
  const IndexLanguages& languages;
  ExpansionPlanner& expansions;
};

// Builds what Xapian runs from what the parser read. Words are OR-ed, so that a long question finds
// something; phrases and fields are required. Not thread-safe; for one request.
class QueryPlanner {
 public:
  explicit QueryPlanner(const PlannerTools& tools);

  // A query without any operand finds every deed. Throws what Xapian throws.
  [[nodiscard]] QueryPlan plan(std::string_view text, Interpretation interpretation);

 private:
  // A word of a clause: its query, and the part of it that nearness looks at.
  struct WordPlan {
    Xapian::Query query;
    Xapian::Query surest;
  };

  // Other names of words that begin in a clause.
  struct ClauseExpansion {
    const QueryClause* clause = nullptr;
    Xapian::Query query;
  };

  [[nodiscard]] std::vector<QueryRun> runs_of(const ParsedQuery& parsed);
  void plan_expansions(const QueryRun& run, const QueryLanguages& languages, ExpansionScope scope);
  [[nodiscard]] ExpansionRole role_of(const Expansion& expansion, const QueryRun& run) const;
  void plan_recognised(const std::vector<QueryRun>& runs);
  void plan_group(const QueryGroup& group);
  [[nodiscard]] Xapian::Query plan_clause(const QueryClause& clause);
  [[nodiscard]] Xapian::Query plan_words(const QueryClause& clause);
  [[nodiscard]] Xapian::Query plan_phrase(const QueryClause& clause);
  [[nodiscard]] Xapian::Query plan_prefix(const QueryClause& clause);
  [[nodiscard]] Xapian::Query plan_field(const QueryClause& clause);
  [[nodiscard]] Xapian::Query plan_facet(const QueryClause& clause);
  [[nodiscard]] Xapian::Query plan_years(const QueryClause& clause) const;
  [[nodiscard]] Xapian::Query plan_excluded(const QueryClause& clause);
  // Parts of compounds that are function words by themselves.
  void leave_out_function_words(std::vector<TermAlternative>& alternatives) const;
  WordPlan plan_word(const Token& token, std::string_view word);
  [[nodiscard]] bool is_stop_word(std::string_view word) const;
  [[nodiscard]] bool has_content_word(const QueryClause& clause);
  [[nodiscard]] bool has_content_word(const ParsedQuery& parsed);
  // Valid as long as the planner is.
  [[nodiscard]] const std::vector<Token>& tokens_of(const QueryClause& clause);

  SearchTools tools_;
  const FacetColumns& columns_;
  const IndexLanguages& languages_of_index_;
  const IndexTerms& terms_;
  ExpansionPlanner& expansion_planner_;
  Language language_ = Language::kFinnish;
  std::map<std::pair<const QueryClause*, Language>, std::vector<Token>> tokens_;
  bool skips_stop_words_ = false;
  std::vector<ClauseExpansion> expansions_;
  std::vector<PlannedWord> words_;
  QueryReading reading_;
  QueryParts parts_;
};

}  // namespace kiertoon
