#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "analysis/analyzer.h"
#include "search/deed_record.h"
#include "search/query_planner.h"
#include "search/search_result.h"

namespace kiertoon {

// A stretch of one of the deed's running texts that a word of the query met.
struct TextMatch {
  std::uint32_t start = 0;  // bytes into the text
  std::uint32_t end = 0;
  std::size_t word = 0;  // index into QueryPlan::words
};

// Where and how the words of a query met one deed.
struct HitMatches {
  std::vector<std::vector<TextMatch>> texts;  // by running text, ascending, without overlaps
  std::vector<WordMatch> words;               // those that met, in the query's order
};

// Finds the matches of a plan in one deed from the index's positions; only the words that met are
// analysed again, to see which part of them it was. Throws what Xapian throws.
class HitMatcher {
 public:
  // All must outlive the matcher.
  HitMatcher(const Xapian::Database& database,
             Analyzer& analyzer,
             const std::vector<PlannedWord>& words);

  // `texts`: the deed's running texts.
  [[nodiscard]] HitMatches find(Xapian::docid document, const DeedRecord& record) const;

 private:
  // A term of the index that belongs to word number `word` of the query.
  struct WantedTerm {
    std::string term;
    std::size_t word = 0;
    const TermAlternative* alternative = nullptr;  // nullptr for the beginning of a word
  };

  // A wanted term that is in the deed.
  struct MetTerm {
    std::string term;
    std::string text;
    TermClass term_class = TermClass::kBase;
    MatchKind kind = MatchKind::kBaseForm;
    std::size_t word = 0;
  };

  [[nodiscard]] std::vector<MetTerm> met_terms(Xapian::docid document) const;
  void locate(Xapian::docid document,
              const MetTerm& met,
              const DeedRecord& record,
              HitMatches& matches) const;
  [[nodiscard]] TextMatch match_in(std::string_view text,
                                   Language language,
                                   const TokenPlace& place,
                                   const MetTerm& met) const;

  const Xapian::Database& database_;
  Analyzer& analyzer_;
  const std::vector<PlannedWord>& words_;
  std::vector<WantedTerm> wanted_;  // sorted by term
};

}  // namespace kiertoon
