#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "base/bounded_cache.h"
#include "search/query/name_terms.h"
#include "search/query/planned_word.h"
#include "search/query/query_expander.h"
#include "search/query/query_reading.h"

namespace kiertoon {

// How much other names of a word count, as a share of the word's own weights. Tuned as KindWeights
// are, on queries in three languages.
struct ExpansionWeights {
  double synonym = 0.4;
  double translation = 1.0;
  double additional_translation = 0.35;  // of words that the index has in their own language
};

// Whether the names are all that the words can be met by, or add to what the words meet themselves.
enum class ExpansionRole { kInPlace, kAddition };

// What queries for names are made of: the names' terms, or, where names find no more than
// kMostFoundDeeds, the deeds that have them (see found_deeds()), which are not searched for again.
enum class ExpansionQueries { kTerms, kFoundDeeds };

struct PlannedExpansion {
  Xapian::Query query;   // empty where no deed has one of the names
  PlannedWord word;      // for highlighting and `matched`
  ExpandedWord reading;  // for people
};

// Turns other names of a query's words into a query. The names of one expansion count together as
// one word: their frequencies are added before weighting, so that ten rare translations are not
// worth ten words (Pirkola: The effects of query structure and dictionary setups in
// dictionary-based cross-language information retrieval, SIGIR 1998). Remembers, within bounds,
// what it was asked lately. Not thread-safe.
class ExpansionPlanner {
 public:
  // Both must outlive this.
  ExpansionPlanner(NameTerms& names, const Xapian::Database& database, ExpansionQueries queries)
      : names_(names), database_(database), queries_(queries) {}

  // Nothing when the index has none of the names, not even their words apart. `typed`: the words of
  // the query it is for. Throws what Xapian throws.
  [[nodiscard]] std::optional<PlannedExpansion> plan(const Expansion& expansion,
                                                     std::string typed,
                                                     ExpansionRole role);

 private:
  static constexpr std::size_t kMostExpansions = 2048;

  // What names stand for, whatever word they are names of.
  struct Names {
    Xapian::Query query;
    std::vector<TermAlternative> alternatives;
    std::vector<PlannedPhrase> phrases;
    std::vector<std::string> in_index;
    bool has_words = false;  // of one of the names, all
  };

  [[nodiscard]] const Names& names_of(const Expansion& expansion);
  [[nodiscard]] Names plan_names(const Expansion& expansion);
  [[nodiscard]] Xapian::Query found(const Xapian::Query& query) const;

  NameTerms& names_;
  const Xapian::Database& database_;
  ExpansionQueries queries_;
  BoundedCache<Names> known_{kMostExpansions};
};

}  // namespace kiertoon
