#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "search/deed/deed.h"
#include "search/deed/facet.h"
#include "search/query/query_reading.h"

namespace kiertoon {

// A piece of text, and whether a word of the query, or a part of a compound, matched there. Plain
// text, never markup.
struct Segment {
  std::string text;
  bool match = false;
};

// How a word of the query was found in a deed, from the surest to the loosest.
enum class MatchKind { kBaseForm, kStem, kWordPart, kRoot, kPrefix, kCorrection };

[[nodiscard]] std::string_view name_of(MatchKind kind);

struct WordMatch {
  std::string word;  // as the query has it
  std::string as;    // the term that met, in base form
  MatchKind how = MatchKind::kBaseForm;
};

struct HitOrganisation {
  std::string slug;
  std::string name;
  OrganisationType type = OrganisationType::kOther;
  OrganisationRole role = OrganisationRole::kLead;
};

// One deed of a hit list. Nothing of its contacts is here. With HitDetail::kIdentity only `id` and
// `score` are set.
struct Hit {
  std::string id;
  double score = 0.0;  // comparable within one result only
  std::string url;
  Language language = Language::kFinnish;
  std::vector<Segment> title;
  std::vector<Segment> snippet;
  std::vector<HitOrganisation> organisations;
  std::vector<std::string> themes;
  std::vector<std::string> sectors;
  std::optional<std::chrono::year_month_day> published;
  std::vector<Award> awards;
  std::vector<WordMatch> matched;
};

struct FacetValue {
  std::string value;
  std::size_t count = 0;
  bool selected = false;
};

// Values with a count above zero, and the selected ones; most frequent first, then by value.
struct FacetCounts {
  Facet facet = Facet::kTheme;
  std::vector<FacetValue> values;
};

struct SearchResult {
  std::size_t total = 0;
  bool total_is_exact = true;
  std::vector<Hit> hits;
  std::vector<FacetCounts> facets;  // in the order the request names them
  QueryReading reading;
  std::string generation;  // of the index that answered
  std::chrono::microseconds took{0};
};

}  // namespace kiertoon
