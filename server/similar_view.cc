#include "server/similar_view.h"

#include <chrono>
#include <utility>

#include "analysis/language.h"
#include "server/json_writer.h"
#include "server/search_view.h"

namespace kiertoon {

namespace {

constexpr std::size_t kBytesPerHit = 1'536;

void write_similar_deed(JsonWriter& json, const SimilarDeed& deed) {
  json.object([&] {
    json.field("id", deed.facts.id);
    json.field_or_null("url", deed.facts.url);
    json.field("language", language_code(deed.facts.language));
    json.field("similarity", deed.similarity);
    json.field("closeness", name_of(deed.closeness));
    write_segments(json, "title", {{.text = deed.facts.title}});
    write_segments(json, "snippet", deed.snippet);
    write_organisations(json, deed.facts.organisations);
    json.texts("themes", deed.facts.themes);
    json.texts("sectors", deed.facts.sectors);
    write_date(json, "published", deed.facts.published);
    write_awards(json, deed.facts.awards);
    json.key("shared");
    json.object([&] {
      json.texts("terms", deed.shared_words);
      json.texts("themes", deed.shared_themes);
    });
    json.field_or_null("duplicate_of", deed.duplicate_of.value_or(std::string()));
    json.texts("duplicates", deed.duplicates);
  });
}

}  // namespace

std::string similar_json(const SimilarRequest& request, const SimilarResult& result) {
  JsonWriter json(1024 + result.deeds.size() * kBytesPerHit);
  json.object([&] {
    json.texts("ids", request.ids);
    json.field("took_ms", std::chrono::duration<double, std::milli>(result.took).count());
    json.list(
        "hits", result.deeds, [&](const SimilarDeed& deed) { write_similar_deed(json, deed); });
  });
  return std::move(json).take();
}

}  // namespace kiertoon
