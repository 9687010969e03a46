#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/name_table.h"
#include "base/error.h"
#include "search/deed/facet.h"
#include "search/deed/vocabulary.h"
#include "search/index/facet_columns.h"
#include "search/query/query_reading.h"
#include "search/query/query_run.h"

namespace kiertoon {

// Recognises what a query names and deeds can be filtered by: organisations of the vocabulary by
// any of their names in any inflection, years, and awards. Immutable, so thread-safe.
class NameRecogniser {
 public:
  // Reads award_words.tsv of the vocabulary's folder; errors name file, line and value.
  [[nodiscard]] static Expected<NameRecogniser> create(const Vocabulary& vocabulary,
                                                       const std::filesystem::path& folder);

  struct Recognised {
    std::vector<RecognisedName> names;
    bool is_whole_run = false;  // no other word is left, save function words
  };

  // What the words name, as far as some deed of the index has it: years, then the others in their
  // order. Of names that overlap, the longest counts.
  [[nodiscard]] Recognised recognise(const QueryRun& run, const FacetColumns& columns) const;

 private:
  struct Target {
    Facet facet = Facet::kOrganisation;
    std::string value;
  };

  NameRecogniser() = default;

  NameTable names_;
  std::vector<Target> targets_;  // by NameTable::Match::id
};

}  // namespace kiertoon
