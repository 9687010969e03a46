#include "server/similar_parameters.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "server/search_parameters.h"
#include "server/text.h"

namespace kiertoon {

namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 14> kKnownParameters{"limit",
                                                            "exclude_same_organisation",
                                                            "max_per_organisation",
                                                            "diversity",
                                                            "distance",
                                                            "theme",
                                                            "sector",
                                                            "organisation",
                                                            "organisation_type",
                                                            "programme",
                                                            "language",
                                                            "award",
                                                            "keyword",
                                                            "year"};
constexpr std::array<std::string_view, 2> kDistanceNames{"close", "any"};
constexpr std::string_view kWhiteSpace = " \t\r\n";
constexpr std::size_t kMostPerOrganisation = kMaxSimilarDeeds;

Valid<double> read_diversity(const Parameters& parameters) {
  const auto parameter = parameters.single("diversity");
  if (!parameter) {
    return refuse(parameter.error());
  }
  if (*parameter == nullptr) {
    return 0.0;
  }
  const std::string& value = (*parameter)->value;
  double number = -1.0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || !(number >= 0 && number <= 1)) {
    return refuse(invalid_value(
        **parameter,
        fmt::format("'diversity' is '{}'; it takes a number from 0 to 1", quotable(value))));
  }
  return std::abs(number);  // -0 is 0
}

Valid<Distance> read_distance(const Parameters& parameters) {
  const auto parameter = parameters.single("distance");
  if (!parameter) {
    return refuse(parameter.error());
  }
  if (*parameter == nullptr || (*parameter)->value == kDistanceNames.front()) {
    return Distance::kCloseOnly;
  }
  if ((*parameter)->value == kDistanceNames.back()) {
    return Distance::kAny;
  }
  return refuse(invalid_value(**parameter,
                              fmt::format("'distance' is '{}'; it takes {}",
                                          quotable((*parameter)->value),
                                          choices(kDistanceNames))));
}

// Absent is true, other than read_switch() has it.
Valid<OwnOrganisation> read_own_organisation(const Parameters& parameters) {
  constexpr std::string_view kName = "exclude_same_organisation";
  const auto parameter = parameters.single(kName);
  if (!parameter) {
    return refuse(parameter.error());
  }
  const auto excluded = read_switch(parameters, kName);
  if (!excluded) {
    return refuse(excluded.error());
  }
  return *parameter == nullptr || *excluded ? OwnOrganisation::kExcluded
                                            : OwnOrganisation::kIncluded;
}

Valid<SimilarRequest> parse_common(const Parameters& parameters, const Vocabulary& vocabulary) {
  if (const auto known = parameters.only(kKnownParameters); !known) {
    return refuse(known.error());
  }
  auto filters = parse_filters(parameters, vocabulary);
  const auto limit =
      read_number(parameters, "limit", {.absent = 10, .least = 1, .most = kMaxSimilarDeeds});
  const auto per_organisation = read_number(
      parameters, "max_per_organisation", {.absent = 2, .least = 0, .most = kMostPerOrganisation});
  const auto own = read_own_organisation(parameters);
  const auto diversity = read_diversity(parameters);
  const auto distance = read_distance(parameters);
  if (!filters) {
    return refuse(filters.error());
  }
  for (const auto* number : {&limit, &per_organisation}) {
    if (!*number) {
      return refuse(number->error());
    }
  }
  if (!own || !diversity || !distance) {
    return refuse(!own ? own.error() : !diversity ? diversity.error() : distance.error());
  }
  SimilarRequest request;
  request.filters = std::move(*filters);
  request.limit = *limit;
  request.own_organisation = *own;
  request.max_per_organisation = *per_organisation;
  request.diversity = *diversity;
  request.distance = *distance;
  return request;
}

Valid<std::vector<std::string>> read_ids(const Json& ids) {
  if (!ids.is_array()) {
    return refuse(bad_request("'ids' is not a list of deeds' ids"));
  }
  if (ids.size() > kMaxSimilarIds) {
    return refuse(bad_request(
        fmt::format("'ids' names {} deeds; at most {} are allowed", ids.size(), kMaxSimilarIds)));
  }
  std::vector<std::string> read;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (!ids[i].is_string() || ids[i].get_ref<const std::string&>().empty()) {
      return refuse(bad_request(fmt::format("'ids[{}]' is not the id of a deed", i)));
    }
    read.push_back(ids[i].get<std::string>());
  }
  return read;
}

Valid<std::string> read_text(const Json& text) {
  if (!text.is_string()) {
    return refuse(bad_request("'text' is not a text"));
  }
  auto read = text.get<std::string>();
  if (read.size() > kMaxSimilarTextBytes) {
    return refuse(bad_request(fmt::format(
        "'text' has {} bytes; at most {} are allowed", read.size(), kMaxSimilarTextBytes)));
  }
  return read;
}

Valid<Json> parse_object(std::string_view body) {
  if (!is_valid_utf8(body)) {
    return refuse(bad_request("the body is not valid UTF-8"));
  }
  auto json = Json::parse(body, nullptr, false);
  if (!json.is_object()) {
    return refuse(bad_request(
        R"(the body is not a JSON object such as {"text": "..."} or {"ids": ["..."]})"));
  }
  return json;
}

}  // namespace

Valid<SimilarRequest> parse_similar_query(std::string_view id,
                                          const Parameters& parameters,
                                          const Vocabulary& vocabulary) {
  auto request = parse_common(parameters, vocabulary);
  if (request) {
    request->ids.emplace_back(id);
  }
  return request;
}

Valid<SimilarRequest> parse_similar_body(std::string_view body,
                                         const Parameters& parameters,
                                         const Vocabulary& vocabulary) {
  auto request = parse_common(parameters, vocabulary);
  if (!request) {
    return request;
  }
  const auto json = parse_object(body);
  if (!json) {
    return refuse(json.error());
  }
  for (const auto& [name, value] : json->items()) {
    if (name == "ids") {
      auto ids = read_ids(value);
      if (!ids) {
        return refuse(ids.error());
      }
      request->ids = std::move(*ids);
    } else if (name == "text") {
      auto text = read_text(value);
      if (!text) {
        return refuse(text.error());
      }
      request->text = std::move(*text);
    } else {
      return refuse(bad_request(fmt::format(
          "the body has an unknown field '{}'; it takes 'text' and 'ids'", quotable(name))));
    }
  }
  if (request->ids.empty() && request->text.find_first_not_of(kWhiteSpace) == std::string::npos) {
    return refuse(bad_request("the body has neither a 'text' nor any 'ids' to be similar to"));
  }
  return request;
}

std::string canonical(const SimilarRequest& request) {
  std::string result = fmt::format("{} {} {} {} {}\n{}",
                                   request.limit,
                                   request.max_per_organisation,
                                   request.diversity,
                                   static_cast<int>(request.own_organisation),
                                   static_cast<int>(request.distance),
                                   canonical(request.filters));
  // Sizes before what may hold any character.
  for (const auto& id : request.ids) {
    result += fmt::format("\n{}:{}", id.size(), id);
  }
  return result + "\n\n" + request.text;
}

}  // namespace kiertoon
