#pragma once

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

// How a query was understood.
struct QueryReading {
  std::vector<ExpandedWord> synonyms;
  std::vector<ExpandedWord> translated;
  std::vector<RecognisedName> recognised;
};

}  // namespace kiertoon
