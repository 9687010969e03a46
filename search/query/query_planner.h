#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "analysis/analyzer.h"
#include "search/deed/vocabulary.h"
#include "search/query/query_parser.h"
#include "search/query/word_query.h"

namespace kiertoon {

// A word of the query with the terms that may meet it; what highlighting and `matched` work from.
struct PlannedWord {
  std::string word;  // as typed
  std::vector<TermAlternative> alternatives;
  // Of "word*": the beginnings of the terms it stands for, folded and, as abbreviations are kept,
  // in capitals; otherwise empty.
  std::vector<std::string> prefixes;
};

struct QueryPlan {
  Xapian::Query query;
  std::vector<PlannedWord> words;
};

// How words work together. Tuned as KindWeights are.
struct CombinationWeights {
  double nearness = 0.3;  // words close to each other, as a share of their own weights
  double aside = 0.25;    // words in parentheses
};

// Builds what Xapian runs from what the parser read. Words are OR-ed, so that a long question finds
// something; phrases and fields are required. Not thread-safe; for one request. Analyzer,
// vocabulary and `years` must outlive it.
class QueryPlanner {
 public:
  // `years`: the values of the facet kYear in the index.
  QueryPlanner(Analyzer& analyzer,
               const Vocabulary& vocabulary,
               const std::vector<std::string>& years);

  // A query without any operand finds every deed.
  [[nodiscard]] QueryPlan plan(std::string_view text);

 private:
  // A word of a clause: its query, and the part of it that nearness looks at.
  struct WordPlan {
    Xapian::Query query;
    Xapian::Query surest;
  };

  void plan_group(const QueryGroup& group);
  [[nodiscard]] Xapian::Query plan_clause(const QueryClause& clause);
  [[nodiscard]] Xapian::Query plan_words(const QueryClause& clause);
  [[nodiscard]] Xapian::Query plan_phrase(const QueryClause& clause);
  [[nodiscard]] Xapian::Query plan_prefix(const QueryClause& clause);
  [[nodiscard]] Xapian::Query plan_field(const QueryClause& clause);
  [[nodiscard]] Xapian::Query plan_facet(const QueryClause& clause);
  [[nodiscard]] Xapian::Query plan_years(const QueryClause& clause) const;
  [[nodiscard]] Xapian::Query plan_excluded(const QueryClause& clause);
  WordPlan plan_word(const Token& token, std::string_view word);
  void remember(PlannedWord planned);
  [[nodiscard]] Xapian::Query nearness() const;
  [[nodiscard]] Xapian::Query combine() const;
  [[nodiscard]] bool is_stop_word(std::string_view word) const;
  [[nodiscard]] bool has_content_word(const QueryClause& clause);
  [[nodiscard]] bool has_content_word(const ParsedQuery& parsed);
  [[nodiscard]] std::vector<Token> tokens_of(std::string_view text);

  Analyzer& analyzer_;
  const Vocabulary& vocabulary_;
  const std::vector<std::string>& years_;
  Language language_ = Language::kFinnish;
  bool skips_stop_words_ = false;
  std::vector<PlannedWord> words_;
  std::vector<Xapian::Query> optional_;
  std::vector<Xapian::Query> required_;
  std::vector<Xapian::Query> excluded_;
  std::vector<Xapian::Query> near_;
};

}  // namespace kiertoon
