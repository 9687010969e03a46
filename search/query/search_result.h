#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
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
enum class MatchKind {
  kBaseForm,
  kStem,
  kWordPart,
  kRoot,
  kPrefix,
  kCorrection,
  kSynonym,
  kTranslation,
};

[[nodiscard]] std::string_view name_of(MatchKind kind);

struct WordMatch {
  std::string word;  // as the query has it
  std::string as;    // the word that met, in base form
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

// What became of a word of a query that found nothing.
struct WordHelp {
  std::string word;                // as typed
  std::size_t deeds = 0;           // that the word finds alone, without filters
  std::vector<std::string> tried;  // in its place: synonyms, translations, corrections
};

struct SimilarHelp {
  std::string id;
  std::string title;
  Language language = Language::kFinnish;
  std::vector<HitOrganisation> organisations;
  std::optional<std::chrono::year_month_day> published;
};

// What to try when nothing was found.
struct SearchHelp {
  std::vector<WordHelp> words;
  std::vector<FacetValue> themes;    // nearest ones, with the deeds of the whole index
  std::vector<SimilarHelp> similar;  // deeds most similar to the whole text, filters aside
};

struct SearchResult {
  std::optional<SearchHelp> help;  // when `total` is 0 and the query has words
  QueryReading reading;
  std::size_t total = 0;
  bool total_is_exact = true;
  std::vector<Hit> hits;
  // Deeds near the query in subject that have none of its words, nearest first; not in `total`,
  // `hits` or `facets`. They fill up the last page of a relevance search that found few.
  std::vector<Hit> related;
  std::vector<FacetCounts> facets;  // in the order the request names them
  std::string generation;           // of the index that answered
  std::chrono::microseconds took{0};
};

}  // namespace kiertoon
