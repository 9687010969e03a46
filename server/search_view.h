#pragma once

#include <string>

#include "search/deed/vocabulary.h"
#include "search/query/search_result.h"
#include "server/json_writer.h"
#include "server/search_parameters.h"

namespace kiertoon {

// The answer of GET /deeds.
[[nodiscard]] std::string search_json(const DeedsQuery& query,
                                      const SearchResult& result,
                                      const Vocabulary& vocabulary);

// Pieces that other answers share.
void write_hit(JsonWriter& json, const Hit& hit);
void write_segments(JsonWriter& json, std::string_view name, const std::vector<Segment>& segments);
void write_organisations(JsonWriter& json, const std::vector<HitOrganisation>& organisations);

void write_awards(JsonWriter& json, const std::vector<Award>& awards);
void write_date(JsonWriter& json,
                std::string_view name,
                const std::optional<std::chrono::year_month_day>& date);
void write_facets(JsonWriter& json,
                  const std::vector<FacetCounts>& facets,
                  const Vocabulary& vocabulary,
                  Language labels);

}  // namespace kiertoon
