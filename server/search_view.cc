#include "server/search_view.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "search/deed/deed.h"
#include "server/query_view.h"

namespace kiertoon {

namespace {

// A hit takes some 900 bytes, a facet's value 90.
constexpr std::size_t kBytesPerHit = 1'024;
constexpr std::size_t kBytesPerFacet = 2'048;

void write_organisation(JsonWriter& json, const HitOrganisation& organisation) {
  json.object([&] {
    json.field("slug", organisation.slug);
    json.field("name", organisation.name);
    json.field("type", name_of(organisation.type));
    json.field("role", name_of(organisation.role));
  });
}

void write_match(JsonWriter& json, const WordMatch& match) {
  json.object([&] {
    json.field("word", match.word);
    json.field("as", match.as);
    json.field("how", name_of(match.how));
  });
}

}  // namespace

void write_segments(JsonWriter& json, std::string_view name, const std::vector<Segment>& segments) {
  json.list(name, segments, [&](const Segment& segment) {
    json.object([&] {
      json.field("text", segment.text);
      if (segment.match) {
        json.flag("match", true);
      }
    });
  });
}

void write_organisations(JsonWriter& json, const std::vector<HitOrganisation>& organisations) {
  json.list("organisations", organisations, [&](const HitOrganisation& organisation) {
    write_organisation(json, organisation);
  });
}

void write_awards(JsonWriter& json, const std::vector<Award>& awards) {
  json.list("awards", awards, [&](const Award& award) {
    json.object([&] {
      json.field("year", static_cast<std::uint64_t>(award.year));
      json.field("kind", name_of(award.kind));
      json.field_or_null("category", award.category);
    });
  });
}

void write_date(JsonWriter& json,
                std::string_view name,
                const std::optional<std::chrono::year_month_day>& date) {
  json.field_or_null(name, date ? to_iso(*date) : std::string());
}

void write_hit(JsonWriter& json, const Hit& hit) {
  json.object([&] {
    json.field("id", hit.id);
    json.field_or_null("url", hit.url);
    json.field("language", language_code(hit.language));
    json.field("score", hit.score);
    write_segments(json, "title", hit.title);
    write_segments(json, "snippet", hit.snippet);
    write_organisations(json, hit.organisations);
    json.texts("themes", hit.themes);
    json.texts("sectors", hit.sectors);
    write_date(json, "published", hit.published);
    write_awards(json, hit.awards);
    json.list("matched", hit.matched, [&](const WordMatch& match) { write_match(json, match); });
  });
}

void write_facets(JsonWriter& json,
                  const std::vector<FacetCounts>& facets,
                  const Vocabulary& vocabulary,
                  Language labels) {
  json.key("facets");
  json.object([&] {
    for (const FacetCounts& facet : facets) {
      json.list(name_of(facet.facet), facet.values, [&](const FacetValue& value) {
        json.object([&] {
          json.field("value", value.value);
          json.field("label", vocabulary.label(facet.facet, value.value, labels));
          json.field("count", static_cast<std::uint64_t>(value.count));
          json.flag("selected", value.selected);
        });
      });
    }
  });
}

std::string search_json(const DeedsQuery& query,
                        const SearchResult& result,
                        const Vocabulary& vocabulary) {
  JsonWriter json(1024 + result.hits.size() * kBytesPerHit + result.facets.size() * kBytesPerFacet);
  json.object([&] {
    write_query(json, query, result.reading, vocabulary);
    json.field("total", static_cast<std::uint64_t>(result.total));
    json.flag("total_is_exact", result.total_is_exact);
    json.field("page", static_cast<std::uint64_t>(query.page));
    json.field("per_page", static_cast<std::uint64_t>(query.per_page));
    json.field("took_ms", std::chrono::duration<double, std::milli>(result.took).count());
    json.list("hits", result.hits, [&](const Hit& hit) { write_hit(json, hit); });
    json.list("related", result.related, [&](const Hit& hit) { write_hit(json, hit); });
    write_help(json, result.help, vocabulary, query.labels);
    write_facets(json, result.facets, vocabulary, query.labels);
  });
  return std::move(json).take();
}

}  // namespace kiertoon
