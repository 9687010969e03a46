#include "server/briefing_request.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "server/media_type.h"
#include "server/search_parameters.h"
#include "server/text.h"

namespace kiertoon {

namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 13> kKnownParameters{"ids",
                                                            "year",
                                                            "programme",
                                                            "theme",
                                                            "sector",
                                                            "organisation",
                                                            "organisation_type",
                                                            "language",
                                                            "award",
                                                            "keyword",
                                                            "neighbours",
                                                            "lang",
                                                            "format"};
constexpr std::array<std::string_view, 1> kParametersWithBody{"format"};
constexpr std::array<std::string_view, 4> kFields{"ids", "filters", "neighbours", "lang"};
constexpr std::array<std::string_view, 9> kFilterFields{"year",
                                                        "programme",
                                                        "theme",
                                                        "sector",
                                                        "organisation",
                                                        "organisation_type",
                                                        "language",
                                                        "award",
                                                        "keyword"};

constexpr std::array<std::string_view, 4> kFormats{"json", "html", "csv", "md"};
constexpr std::array<std::string_view, 4> kMediaTypes{
    "application/json", "text/html", "text/csv", "text/markdown"};

constexpr NumberRange kNeighbours{
    .absent = kDefaultBriefingNeighbours, .least = 0, .most = kMaxBriefingNeighbours};

Valid<BriefingFormat> read_format(const Parameters& parameters, std::string_view accept) {
  const auto parameter = parameters.single("format");
  if (!parameter) {
    return refuse(parameter.error());
  }
  if (*parameter == nullptr) {
    return static_cast<BriefingFormat>(preferred_media_type(accept, kMediaTypes));
  }
  const auto* const found = std::find(kFormats.begin(), kFormats.end(), (*parameter)->value);
  if (found == kFormats.end()) {
    return refuse(invalid_value(
        **parameter,
        fmt::format(
            "'format' is '{}'; it takes {}", quotable((*parameter)->value), choices(kFormats))));
  }
  return static_cast<BriefingFormat>(found - kFormats.begin());
}

Problem problem_of_field(std::string field, std::string detail) {
  return {.status = 400,
          .kind = "invalid-parameter",
          .title = "Invalid parameter",
          .detail = std::move(detail),
          .parameter = std::move(field),
          .position = {}};
}

// The candidates have to be named in one way.
Valid<void> check_choice(const BriefingRequest& request, bool has_ids) {
  if (has_ids && !request.filters.empty()) {
    return refuse(problem_of_field("ids", "the request has ids and filters; give one of the two"));
  }
  if (request.ids.empty() && request.filters.empty()) {
    Problem problem = problem_of_field(
        "ids", "the request chooses no deeds; give 'ids', or filters such as 'year'");
    problem.kind = "missing-parameter";
    problem.title = "Missing parameter";
    return refuse(std::move(problem));
  }
  if (request.ids.size() > kMaxBriefingDeeds) {
    return refuse(problem_of_field("ids",
                                   fmt::format("'ids' has {} ids; a briefing takes at most {}",
                                               request.ids.size(),
                                               kMaxBriefingDeeds)));
  }
  return {};
}

// Filters in one order, so that one tag stands for one answer, which states them.
void put_in_order(Filters& filters) {
  for (auto& values : filters.values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
  }
  const auto ends = [](const YearRange& range) { return std::pair(range.first, range.last); };
  std::sort(filters.years.begin(), filters.years.end(), [&](const auto& a, const auto& b) {
    return ends(a) < ends(b);
  });
  const auto same = [&](const YearRange& a, const YearRange& b) { return ends(a) == ends(b); };
  filters.years.erase(std::unique(filters.years.begin(), filters.years.end(), same),
                      filters.years.end());
}

Valid<std::vector<std::string>> read_ids(const Parameters& parameters) {
  const auto parameter = parameters.single("ids");
  if (!parameter) {
    return refuse(parameter.error());
  }
  std::vector<std::string> ids;
  if (*parameter == nullptr) {
    return ids;
  }
  const std::string_view list = (*parameter)->value;
  for (std::size_t start = 0; start <= list.size();) {
    const std::size_t end = std::min(list.find(',', start), list.size());
    if (end == start) {
      return refuse(invalid_value(
          **parameter, "'ids' has an empty id; ids are separated by single commas", start));
    }
    ids.emplace_back(list.substr(start, end - start));
    start = end + 1;
  }
  return ids;
}

// The name of a value's kind, for messages.
std::string kind_of(const json& value) {
  return value.is_object() ? "an object" : value.is_array() ? "a list" : quotable(value.dump());
}

Valid<void> check_fields(const json& object,
                         std::span<const std::string_view> known,
                         std::string_view prefix) {
  for (const auto& [name, value] : object.items()) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      Problem problem = problem_of_field(std::string(prefix) + quotable(name),
                                         fmt::format("there is no field '{}{}'; the fields are {}",
                                                     prefix,
                                                     quotable(name),
                                                     choices(known)));
      problem.kind = "unknown-parameter";
      problem.title = "Unknown parameter";
      return refuse(std::move(problem));
    }
  }
  return {};
}

// A text, or a list of texts.
Valid<std::vector<std::string>> read_texts(const json& value, const std::string& field) {
  std::vector<std::string> texts;
  const auto take = [&](const json& item) {
    if (item.is_string()) {
      texts.push_back(item.get<std::string>());
    }
    return item.is_string();
  };
  const bool is_good =
      value.is_array() ? std::all_of(value.begin(), value.end(), take) : take(value);
  if (!is_good) {
    return refuse(
        problem_of_field(field, fmt::format("'{}' is {}; it takes texts", field, kind_of(value))));
  }
  return texts;
}

std::string percent_encoded(std::string_view text) {
  std::string result;
  for (const char c : text) {
    result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return result;
}

// The filters of a body go the way of those of an address, so that both take the same values.
Valid<Filters> read_filters(const json& filters, const Vocabulary& vocabulary) {
  if (!filters.is_object()) {
    return refuse(problem_of_field(
        "filters", fmt::format("'filters' is {}; it takes an object", kind_of(filters))));
  }
  if (const auto known = check_fields(filters, kFilterFields, "filters."); !known) {
    return refuse(known.error());
  }
  std::string query;
  for (const auto& [name, value] : filters.items()) {
    const auto texts = read_texts(value, "filters." + name);
    if (!texts) {
      return refuse(texts.error());
    }
    for (const std::string& text : *texts) {
      query += fmt::format("{}={}&", name, percent_encoded(text));
    }
  }
  const auto parameters = Parameters::parse(query);
  auto parsed = parameters ? parse_filters(*parameters, vocabulary) : refuse(parameters.error());
  if (!parsed) {
    Problem problem = parsed.error();
    problem.position.reset();
    problem.parameter = problem.parameter ? "filters." + *problem.parameter : "filters";
    return refuse(std::move(problem));
  }
  return std::move(*parsed);
}

Valid<std::size_t> read_neighbours(const json& value) {
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() > kMaxBriefingNeighbours) {
    return refuse(
        problem_of_field("neighbours",
                         fmt::format("'neighbours' is {}; it takes a whole number from 0 to {}",
                                     kind_of(value),
                                     kMaxBriefingNeighbours)));
  }
  return value.get<std::size_t>();
}

Valid<Language> read_labels(const json& value) {
  const auto language =
      value.is_string() ? language_from_code(value.get<std::string>()) : std::nullopt;
  if (!language) {
    return refuse(problem_of_field(
        "lang", fmt::format("'lang' is {}; it takes 'fi', 'sv' or 'en'", kind_of(value))));
  }
  return *language;
}

// The value of a step into `place`, or its problem.
template <typename Value>
Valid<void> take(Valid<Value> value, Value& place) {
  if (!value) {
    return refuse(value.error());
  }
  place = std::move(*value);
  return {};
}

Valid<void> read_fields(const json& body, const Vocabulary& vocabulary, BriefingQuery& query) {
  Valid<void> done = check_fields(body, kFields, "");
  if (done && body.contains("ids")) {
    done = take(read_texts(body["ids"], "ids"), query.request.ids);
  }
  if (done && body.contains("filters")) {
    done = take(read_filters(body["filters"], vocabulary), query.request.filters);
  }
  if (done && body.contains("neighbours")) {
    done = take(read_neighbours(body["neighbours"]), query.request.neighbours);
  }
  if (done && body.contains("lang")) {
    done = take(read_labels(body["lang"]), query.labels);
  }
  return done ? check_choice(query.request, body.contains("ids")) : done;
}

}  // namespace

Valid<BriefingQuery> parse_briefing_query(const Parameters& parameters,
                                          std::string_view accept,
                                          const Vocabulary& vocabulary) {
  BriefingQuery query;
  Valid<void> done = parameters.only(kKnownParameters);
  done = done ? take(read_ids(parameters), query.request.ids) : done;
  done = done ? take(parse_filters(parameters, vocabulary), query.request.filters) : done;
  done = done ? take(read_number(parameters, "neighbours", kNeighbours), query.request.neighbours)
              : done;
  done = done ? take(read_language(parameters, "lang", Language::kFinnish), query.labels) : done;
  done = done ? take(read_format(parameters, accept), query.format) : done;
  done = done ? check_choice(query.request, !query.request.ids.empty()) : done;
  if (!done) {
    return refuse(done.error());
  }
  put_in_order(query.request.filters);
  return query;
}

Valid<BriefingQuery> parse_briefing_body(std::string_view body,
                                         const Parameters& parameters,
                                         std::string_view accept,
                                         const Vocabulary& vocabulary) {
  BriefingQuery query;
  Valid<void> done = parameters.only(kParametersWithBody);
  done = done ? take(read_format(parameters, accept), query.format) : done;
  if (!done) {
    return refuse(done.error());
  }
  const json parsed = json::parse(body, nullptr, false);
  if (!parsed.is_object()) {
    return refuse(
        bad_request("the body is not a JSON object such as {\"filters\": {\"year\": "
                    "\"2025\"}}"));
  }
  if (done = read_fields(parsed, vocabulary, query); !done) {
    return refuse(done.error());
  }
  put_in_order(query.request.filters);
  return query;
}

std::string canonical(const BriefingQuery& query) {
  DeedsQuery filters;
  filters.request.filters = query.request.filters;
  filters.labels = query.labels;
  // In the order given: the answer states the request.
  return fmt::format("{} {} {} {}",
                     kFormats.at(static_cast<std::size_t>(query.format)),
                     query.request.neighbours,
                     fmt::join(query.request.ids, ","),
                     canonical(filters));
}

}  // namespace kiertoon
