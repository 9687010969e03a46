#include "server/suggest_parameters.h"

#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "server/search_parameters.h"

namespace kiertoon {

namespace {

constexpr std::size_t kUsualLimit = 8;

constexpr std::array<std::string_view, 12> kKnownParameters{"q",
                                                            "limit",
                                                            "lang",
                                                            "theme",
                                                            "sector",
                                                            "organisation",
                                                            "organisation_type",
                                                            "programme",
                                                            "language",
                                                            "award",
                                                            "keyword",
                                                            "year"};
constexpr std::array<std::string_view, 2> kBrowsersParameters{"q", "lang"};

Valid<void> read_text(const Parameters& parameters, SuggestRequest& request) {
  const auto text = parameters.single("q");
  if (!text) {
    return refuse(text.error());
  }
  if (*text != nullptr) {
    request.text = (*text)->value;
  }
  const auto labels = read_language(parameters, "lang", Language::kFinnish);
  if (!labels) {
    return refuse(labels.error());
  }
  request.labels = *labels;
  return {};
}

}  // namespace

Valid<SuggestRequest> parse_suggest_query(const Parameters& parameters,
                                          const Vocabulary& vocabulary) {
  SuggestRequest request;
  if (const auto known = parameters.only(kKnownParameters); !known) {
    return refuse(known.error());
  }
  if (const auto read = read_text(parameters, request); !read) {
    return refuse(read.error());
  }
  auto filters = parse_filters(parameters, vocabulary);
  if (!filters) {
    return refuse(filters.error());
  }
  const auto limit = read_number(
      parameters, "limit", {.absent = kUsualLimit, .least = 1, .most = kMaxSuggestions});
  if (!limit) {
    return refuse(limit.error());
  }
  request.filters = std::move(*filters);
  request.limit = *limit;
  return request;
}

Valid<SuggestRequest> parse_opensearch_suggest_query(const Parameters& parameters) {
  SuggestRequest request;
  if (const auto known = parameters.only(kBrowsersParameters); !known) {
    return refuse(known.error());
  }
  if (const auto read = read_text(parameters, request); !read) {
    return refuse(read.error());
  }
  return request;
}

std::string canonical(const SuggestRequest& request) {
  // The text comes last, since it may hold any character.
  return fmt::format("{} {}{}\n{}",
                     request.limit,
                     language_code(request.labels),
                     canonical(request.filters),
                     request.text);
}

}  // namespace kiertoon
