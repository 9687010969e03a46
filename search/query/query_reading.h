#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/language.h"
#include "search/deed/facet.h"

namespace kiertoon {

// Words of a query that were searched for under other names too.
struct ExpandedWord {
  std::string word;                        // as typed; several with spaces between
  Language language = Language::kFinnish;  // they are in
  std::vector<std::string> as;             // those that the index has, surest first
};

// Something named in a query that it can be filtered by.
struct RecognisedName {
  std::string text;  // as typed
  Facet facet = Facet::kOrganisation;
  std::string value;  // of the facet

  friend bool operator==(const RecognisedName&, const RecognisedName&) = default;
};

// What became of the correction of a query.
enum class CorrectionState {
  kApplied,  // the hits are those of the corrected text
  kOffered,  // the hits are those of the text; the corrected one would find more
};

// Words of the query, as typed, and what stands in their place. Words wrongly split or joined are
// one change: "työ hyvinvointi" -> "työhyvinvointi".
struct QueryChange {
  std::string from;
  std::string to;
};

struct QueryCorrection {
  std::string text;  // the whole query, operators, quotes and all
  CorrectionState state = CorrectionState::kApplied;
  std::vector<QueryChange> changes;
};

// How a query was understood.
struct QueryReading {
  std::optional<QueryCorrection> correction;
  std::vector<ExpandedWord> synonyms;
  std::vector<ExpandedWord> translated;
  // Words whose other names stand in no deed, though the words of the names do.
  std::vector<ExpandedWord> unmet_synonyms;
  std::vector<ExpandedWord> unmet_translated;
  std::vector<RecognisedName> recognised;
};

}  // namespace kiertoon
