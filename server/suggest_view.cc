#include "server/suggest_view.h"

#include <chrono>
#include <cstdint>
#include <utility>

#include "search/deed/facet.h"
#include "server/json_writer.h"
#include "server/search_view.h"

namespace kiertoon {

namespace {

constexpr std::size_t kBytesPerSuggestion = 256;

void write_suggestion(JsonWriter& json, const Suggestion& suggestion) {
  json.object([&] {
    json.field("kind", name_of(suggestion.kind));
    write_segments(json, "text", suggestion.text);
    json.field("completion", suggestion.completion);
    json.field("count", static_cast<std::uint64_t>(suggestion.count));
    json.field_or_null("id", suggestion.id);
    json.key("filter");
    if (suggestion.filter) {
      json.object([&] { json.field(name_of(suggestion.filter->facet), suggestion.filter->value); });
    } else {
      json.null();
    }
  });
}

// A browser knows no filters: there a name is the text itself.
bool is_text(const Suggestion& suggestion) {
  return suggestion.kind == SuggestionKind::kWord || suggestion.kind == SuggestionKind::kPhrase;
}

}  // namespace

std::string suggest_json(const SuggestRequest& request, const SuggestResult& result) {
  JsonWriter json(256 + result.suggestions.size() * kBytesPerSuggestion);
  json.object([&] {
    json.key("query");
    json.object([&] { json.field("text", request.text); });
    json.field("took_ms", std::chrono::duration<double, std::milli>(result.took).count());
    json.list("suggestions", result.suggestions, [&](const Suggestion& suggestion) {
      write_suggestion(json, suggestion);
    });
  });
  return std::move(json).take();
}

std::string opensearch_suggest_json(const SuggestRequest& request, const SuggestResult& result) {
  JsonWriter json(256 + result.suggestions.size() * kBytesPerSuggestion);
  json.array([&] {
    json.text(request.text);
    json.array([&] {
      for (const auto& suggestion : result.suggestions) {
        if (is_text(suggestion)) {
          json.text(suggestion.completion);
        }
      }
    });
  });
  return std::move(json).take();
}

}  // namespace kiertoon
