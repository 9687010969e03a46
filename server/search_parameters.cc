#include "server/search_parameters.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "server/limits.h"
#include "server/text.h"

namespace kiertoon {

namespace {

// The facets one can filter by value; years have ranges.
constexpr std::array kValueFacets{Facet::kTheme,
                                  Facet::kSector,
                                  Facet::kOrganisation,
                                  Facet::kOrganisationType,
                                  Facet::kProgramme,
                                  Facet::kLanguage,
                                  Facet::kAward,
                                  Facet::kKeyword};

constexpr std::array<std::string_view, 17> kKnownParameters{"q",
                                                            "theme",
                                                            "sector",
                                                            "organisation",
                                                            "organisation_type",
                                                            "programme",
                                                            "language",
                                                            "award",
                                                            "keyword",
                                                            "year",
                                                            "sort",
                                                            "page",
                                                            "per_page",
                                                            "facets",
                                                            "lang",
                                                            "exact",
                                                            "translate"};

constexpr std::array<std::pair<std::string_view, SortOrder>, 4> kSortOrders{
    {{"relevance", SortOrder::kRelevance},
     {"newest", SortOrder::kNewest},
     {"oldest", SortOrder::kOldest},
     {"title", SortOrder::kTitle}}};

constexpr std::array<std::string_view, 4> kSortNames{"relevance", "newest", "oldest", "title"};
constexpr std::array<std::string_view, 3> kLanguageNames{"fi", "sv", "en"};
constexpr std::array<std::string_view, 5> kTypeNames{
    "municipality", "joint_authority", "wellbeing_county", "company", "other"};
constexpr std::array<std::string_view, 3> kAwardNames{"winner", "honourable_mention", "finalist"};

constexpr char kSeparator = '\x1f';

std::vector<std::string_view> programme_names(const Vocabulary& vocabulary) {
  std::vector<std::string_view> names;
  names.reserve(vocabulary.programmes().size());
  for (const Programme& programme : vocabulary.programmes()) {
    names.emplace_back(programme.slug);
  }
  return names;
}

std::vector<std::string_view> slugs_of(const std::vector<VocabularyEntry>& entries) {
  std::vector<std::string_view> names;
  names.reserve(entries.size());
  for (const VocabularyEntry& entry : entries) {
    names.emplace_back(entry.slug);
  }
  return names;
}

// The values a facet can have, where they are a closed list.
std::optional<std::vector<std::string_view>> closed_values(Facet facet,
                                                           const Vocabulary& vocabulary) {
  const auto listed = [](const auto& names) {
    return std::vector<std::string_view>(names.begin(), names.end());
  };
  switch (facet) {
    case Facet::kTheme:
      return slugs_of(vocabulary.themes());
    case Facet::kSector:
      return slugs_of(vocabulary.sectors());
    case Facet::kOrganisationType:
      return listed(kTypeNames);
    case Facet::kProgramme:
      return programme_names(vocabulary);
    case Facet::kLanguage:
      return listed(kLanguageNames);
    case Facet::kAward:
      return listed(kAwardNames);
    default:
      return std::nullopt;
  }
}

Problem not_among(const Parameter& parameter, std::span<const std::string_view> names) {
  return invalid_value(
      parameter,
      fmt::format(
          "'{}' is '{}'; it takes {}", parameter.name, quotable(parameter.value), choices(names)));
}

Valid<void> read_facet_filter(const Parameters& parameters,
                              Facet facet,
                              const Vocabulary& vocabulary,
                              Filters& filters) {
  const auto given = parameters.all(name_of(facet));
  if (given.empty()) {
    return {};
  }
  const auto closed = closed_values(facet, vocabulary);
  for (const Parameter* parameter : given) {
    if (closed && std::find(closed->begin(), closed->end(), parameter->value) == closed->end()) {
      return refuse(not_among(*parameter, *closed));
    }
    if (parameter->value.empty()) {
      return refuse(invalid_value(
          *parameter, fmt::format("'{}' is empty; leave it out to not filter", parameter->name)));
    }
    filters.of(facet).push_back(parameter->value);
  }
  return {};
}

Valid<void> read_years(const Parameters& parameters, Filters& filters) {
  for (const Parameter* parameter : parameters.all("year")) {
    const auto range = parse_year_range(parameter->value);
    if (!range || (range->first && range->last && *range->first > *range->last)) {
      return refuse(invalid_value(
          *parameter,
          fmt::format("'year' is '{}'; it takes a year or a range, first year first: '2021', "
                      "'2021..2024', '2021..' or '..2024'",
                      quotable(parameter->value))));
    }
    filters.years.push_back(*range);
  }
  return {};
}

// A step of the parser below: what went wrong, or nothing.
using Step = Valid<void>;

class DeedsQueryParser {
 public:
  DeedsQueryParser(const Parameters& parameters,
                   const Vocabulary& vocabulary,
                   const DeedsDefaults& defaults)
      : parameters_(parameters), vocabulary_(vocabulary), defaults_(defaults) {
    query_.request.sort = defaults.sort;
  }

  Valid<DeedsQuery> parse() {
    using Method = Step (DeedsQueryParser::*)();
    constexpr std::array<Method, 6> kSteps{&DeedsQueryParser::names,
                                           &DeedsQueryParser::text,
                                           &DeedsQueryParser::filters,
                                           &DeedsQueryParser::sort,
                                           &DeedsQueryParser::pages,
                                           &DeedsQueryParser::presentation};
    for (const Method step : kSteps) {
      if (const Step done = (this->*step)(); !done) {
        return refuse(done.error());
      }
    }
    return std::move(query_);
  }

 private:
  Step names() { return parameters_.only(kKnownParameters); }

  Step text() {
    const auto parameter = parameters_.single("q");
    if (!parameter || *parameter == nullptr) {
      return parameter ? Step{} : refuse(parameter.error());
    }
    const std::size_t characters = count_code_points((*parameter)->value);
    if (characters > kMaxQueryCharacters) {
      return refuse(invalid_value(
          **parameter,
          fmt::format(
              "'q' has {} characters; at most {} are allowed", characters, kMaxQueryCharacters)));
    }
    query_.request.text = (*parameter)->value;
    return {};
  }

  Step filters() {
    auto filters = parse_filters(parameters_, vocabulary_);
    if (!filters) {
      return refuse(filters.error());
    }
    query_.request.filters = std::move(*filters);
    return {};
  }

  Step sort() {
    const auto parameter = parameters_.single("sort");
    if (!parameter || *parameter == nullptr) {
      return parameter ? Step{} : refuse(parameter.error());
    }
    for (const auto& [name, order] : kSortOrders) {
      if (name == (*parameter)->value) {
        query_.request.sort = order;
        return {};
      }
    }
    return refuse(not_among(**parameter, kSortNames));
  }

  Step pages() {
    const auto per_page =
        read_number(parameters_,
                    "per_page",
                    {.absent = defaults_.per_page, .least = 1, .most = kMaxHitsPerPage});
    if (!per_page) {
      return refuse(per_page.error());
    }
    const auto page = read_number(
        parameters_, "page", {.absent = 1, .least = 1, .most = kMaxReachableHits / *per_page});
    if (!page) {
      return refuse(beyond_reach(page.error(), *per_page));
    }
    query_.page = *page;
    query_.per_page = *per_page;
    query_.request.offset = (*page - 1) * *per_page;
    query_.request.limit = *per_page;
    return {};
  }

  // Says why the last page depends on per_page.
  static Problem beyond_reach(Problem problem, std::size_t per_page) {
    problem.detail +=
        fmt::format(" (page times per_page, now {}, is at most {})", per_page, kMaxReachableHits);
    return problem;
  }

  Step presentation() {
    const auto labels = read_language(parameters_, "lang", Language::kFinnish);
    if (!labels) {
      return refuse(labels.error());
    }
    const auto exact = read_switch(parameters_, "exact");
    if (!exact) {
      return refuse(exact.error());
    }
    const auto translate = read_switch(parameters_, "translate", true);
    if (!translate) {
      return refuse(translate.error());
    }
    query_.labels = *labels;
    query_.request.interpretation = *exact       ? Interpretation::kExact
                                    : *translate ? Interpretation::kHelpful
                                                 : Interpretation::kWithoutTranslation;
    return facets();
  }

  Step facets() {
    const auto parameter = parameters_.single("facets");
    if (!parameter || *parameter == nullptr) {
      return parameter ? Step{} : refuse(parameter.error());
    }
    const std::string_view names = (*parameter)->value;
    std::size_t start = 0;
    while (start < names.size()) {
      const std::size_t end = std::min(names.find(',', start), names.size());
      const auto facet = facet_from(names.substr(start, end - start));
      if (!facet) {
        return refuse(
            invalid_value(**parameter,
                          fmt::format("'facets' names '{}'; it takes a comma-separated list of {}",
                                      quotable(names.substr(start, end - start)),
                                      choices(kFacetNames)),
                          start));
      }
      if (auto& wanted = query_.request.facets;
          std::find(wanted.begin(), wanted.end(), *facet) == wanted.end()) {
        wanted.push_back(*facet);
      }
      start = end + 1;
    }
    return {};
  }

  const Parameters& parameters_;
  const Vocabulary& vocabulary_;
  const DeedsDefaults& defaults_;
  DeedsQuery query_;
};

std::string year_text(const YearRange& range) {
  return fmt::format("{}..{}",
                     range.first ? std::to_string(*range.first) : "",
                     range.last ? std::to_string(*range.last) : "");
}

void append_sorted(std::string& out, std::vector<std::string> values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  for (const std::string& value : values) {
    out += fmt::format("{}:{}", value.size(), value);  // so that no value can look like two
  }
}

}  // namespace

Valid<Filters> parse_filters(const Parameters& parameters, const Vocabulary& vocabulary) {
  Filters filters;
  std::size_t count = parameters.all("year").size();
  for (const Facet facet : kValueFacets) {
    if (const auto read = read_facet_filter(parameters, facet, vocabulary, filters); !read) {
      return refuse(read.error());
    }
    count += filters.of(facet).size();
  }
  if (const auto read = read_years(parameters, filters); !read) {
    return refuse(read.error());
  }
  if (count > limits::kFilterValues) {
    return refuse(bad_request(fmt::format(
        "the request has {} filter values; at most {} are allowed", count, limits::kFilterValues)));
  }
  return filters;
}

Valid<Language> read_language(const Parameters& parameters,
                              std::string_view name,
                              Language absent) {
  const auto parameter = parameters.single(name);
  if (!parameter) {
    return refuse(parameter.error());
  }
  if (*parameter == nullptr) {
    return absent;
  }
  if (const auto language = language_from_code((*parameter)->value)) {
    return *language;
  }
  return refuse(not_among(**parameter, kLanguageNames));
}

Valid<DeedsQuery> parse_deeds_query(const Parameters& parameters,
                                    const Vocabulary& vocabulary,
                                    const DeedsDefaults& defaults) {
  return DeedsQueryParser(parameters, vocabulary, defaults).parse();
}

std::string canonical(const Filters& filters) {
  std::string result;
  std::vector<std::string> years;
  for (const YearRange& range : filters.years) {
    years.push_back(year_text(range));
  }
  result += '\n';
  append_sorted(result, std::move(years));
  for (const Facet facet : kValueFacets) {
    result += '\n';
    append_sorted(result, filters.of(facet));
  }
  return result;
}

std::string canonical(const DeedsQuery& query) {
  const SearchRequest& request = query.request;
  std::string result = fmt::format("{}{}{}{}{}{}{}{}",
                                   static_cast<int>(request.sort),
                                   kSeparator,
                                   request.offset,
                                   kSeparator,
                                   request.limit,
                                   kSeparator,
                                   static_cast<int>(request.interpretation),
                                   language_code(query.labels));
  for (const Facet facet : request.facets) {
    result += kSeparator;
    result += name_of(facet);
  }
  result += canonical(request.filters);
  result += '\n';
  result += request.text;  // last, since it may hold any character
  return result;
}

}  // namespace kiertoon
