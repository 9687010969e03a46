#include "server/query_view.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/search_view.h"

namespace kiertoon {

namespace {

std::string_view name_of(CorrectionState state) {
  return state == CorrectionState::kApplied ? "applied" : "offered";
}

void write_correction(JsonWriter& json, const std::optional<QueryCorrection>& correction) {
  json.field_or_null("corrected", correction ? correction->text : std::string());
  json.field_or_null("correction", correction ? name_of(correction->state) : "");
  json.list("changes",
            correction ? correction->changes : std::vector<QueryChange>(),
            [&](const QueryChange& change) {
              json.object([&] {
                json.field("from", change.from);
                json.field("to", change.to);
              });
            });
}

void write_expanded(JsonWriter& json,
                    std::string_view name,
                    const std::vector<ExpandedWord>& words) {
  json.list(name, words, [&](const ExpandedWord& word) {
    json.object([&] {
      json.field("word", word.word);
      json.field("language", language_code(word.language));
      json.texts("as", word.as);
    });
  });
}

void write_recognised(JsonWriter& json,
                      const std::vector<RecognisedName>& names,
                      const Vocabulary& vocabulary,
                      Language labels) {
  json.list("recognised", names, [&](const RecognisedName& recognised) {
    json.object([&] {
      json.field("kind", name_of(recognised.facet));
      json.field("text", recognised.text);
      json.field("label", vocabulary.label(recognised.facet, recognised.value, labels));
      json.key("filter");
      json.object([&] { json.field(name_of(recognised.facet), recognised.value); });
    });
  });
}

}  // namespace

void write_query(JsonWriter& json,
                 const DeedsQuery& query,
                 const QueryReading& reading,
                 const Vocabulary& vocabulary) {
  json.key("query");
  json.object([&] {
    json.field("text", query.request.text);
    write_correction(json, reading.correction);
    write_expanded(json, "synonyms", reading.synonyms);
    write_expanded(json, "translated", reading.translated);
    write_recognised(json, reading.recognised, vocabulary, query.labels);
  });
}

void write_help(JsonWriter& json,
                const std::optional<SearchHelp>& help,
                const Vocabulary& vocabulary,
                Language labels) {
  json.key("help");
  if (!help) {
    json.null();
    return;
  }
  json.object([&] {
    json.list("words", help->words, [&](const WordHelp& word) {
      json.object([&] {
        json.field("word", word.word);
        json.flag("found", word.deeds > 0);
        json.field("count", static_cast<std::uint64_t>(word.deeds));
        json.texts("tried", word.tried);
      });
    });
    json.list("themes", help->themes, [&](const FacetValue& theme) {
      json.object([&] {
        json.field("value", theme.value);
        json.field("label", vocabulary.label(Facet::kTheme, theme.value, labels));
        json.field("count", static_cast<std::uint64_t>(theme.count));
      });
    });
    json.list("similar", help->similar, [&](const SimilarHelp& deed) {
      json.object([&] {
        json.field("id", deed.id);
        json.field("title", deed.title);
        json.field("language", language_code(deed.language));
        write_organisations(json, deed.organisations);
        write_date(json, "published", deed.published);
      });
    });
  });
}

}  // namespace kiertoon
