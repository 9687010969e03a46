#include "search/query/query_parser.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "analysis/text.h"
#include "base/utf8.h"

namespace kiertoon {
namespace {

constexpr std::array<std::string_view, 7> kQuotes{"\"", "”", "“", "„", "«", "»", "‟"};
constexpr std::size_t kShortestPrefix = 2;  // characters before the asterisk

struct FacetName {
  Facet facet = Facet::kLanguage;
  std::array<std::string_view, 3> names{};  // Finnish, Swedish, English
};

constexpr std::array<FacetName, 5> kFacetFields{{
    {Facet::kLanguage, {"kieli", "språk", "language"}},
    {Facet::kAward, {"palkinto", "pris", "award"}},
    {Facet::kProgramme, {"ohjelma", "program", "programme"}},
    {Facet::kOrganisationType, {"organisaatiotyyppi", "organisationstyp", "organisation_type"}},
    {Facet::kYear, {"vuosi", "år", "year"}},
}};

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

std::optional<TextField> text_field_named(std::string_view folded) {
  for (const auto& spec : kTextFields) {
    const bool is_named = std::any_of(spec.names.begin(),
                                      spec.names.end(),
                                      [&](std::string_view name) { return fold(name) == folded; });
    if (spec.is_limitable && is_named) {
      return spec.field;
    }
  }
  return std::nullopt;
}

std::optional<Facet> facet_named(std::string_view folded) {
  for (const auto& field : kFacetFields) {
    if (std::any_of(field.names.begin(), field.names.end(), [&](std::string_view name) {
          return fold(name) == folded;
        })) {
      return field.facet;
    }
  }
  return std::nullopt;
}

std::optional<int> four_digit_year(std::string_view text) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  const bool is_year =
      text.size() == 4 && error == std::errc() && end == text.data() + text.size() && year >= 1000;
  return is_year ? std::optional(year) : std::nullopt;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  [[nodiscard]] ParsedQuery parse() {
    for (skip_spaces(); position_ < text_.size(); skip_spaces()) {
      if (take_or()) {
        continue;
      }
      note_parentheses();
      const std::size_t start = position_;
      const bool is_excluded = take_minus();
      if (auto clause = read_clause()) {
        clause->start = start;
        clause->end = position_;
        add(std::move(*clause), is_excluded);
      }
    }
    return std::move(query_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(position_); }

  void skip_spaces() {
    while (position_ < text_.size() && is_space(text_[position_])) {
      ++position_;
    }
  }

  // OR joins the groups on both sides; at an end of the query it is nothing.
  bool take_or() {
    const bool is_or = rest().starts_with("OR") && (rest().size() == 2 || is_space(rest()[2]));
    if (is_or) {
      position_ += 2;
      joins_next_ = !query_.groups.empty() && !query_.groups.back().is_excluded;
    }
    return is_or;
  }

  void note_parentheses() {
    const std::size_t close = text_.find(')', position_);
    if (text_[position_] == '(' && close != std::string_view::npos && !query_.groups.empty()) {
      aside_until_ = close;
    }
  }

  // A minus sign excludes when something follows it directly: "-word", but not "työ - ja" or "--".
  bool take_minus() {
    const bool is_minus =
        rest().size() > 1 && rest().front() == '-' && !is_space(rest()[1]) && rest()[1] != '-';
    position_ += is_minus ? 1 : 0;
    return is_minus;
  }

  std::optional<QueryClause> read_clause() {
    if (auto quoted = take_quoted()) {
      return QueryClause{.kind = QueryClause::Kind::kPhrase, .text = std::move(*quoted)};
    }
    const std::string word = take_word();
    const std::size_t colon = word.find(':');
    if (colon != std::string::npos && colon > 0) {
      if (auto limited = read_field(word, colon)) {
        return limited;
      }
    }
    return plain_clause(word);
  }

  [[nodiscard]] static std::optional<QueryClause> plain_clause(std::string_view word) {
    QueryClause clause{.kind = QueryClause::Kind::kWords, .text = std::string(word)};
    if (word.ends_with('*') && count_code_points(word) > kShortestPrefix) {
      clause.kind = QueryClause::Kind::kPrefix;
      clause.text.pop_back();
    }
    return clause.text.empty() ? std::nullopt : std::optional(std::move(clause));
  }

  // The text between two quotation marks; nothing when the second is missing or nothing is between
  // them.
  std::optional<std::string> take_quoted() {
    const std::size_t opening = quote_length(rest());
    if (opening == 0) {
      return std::nullopt;
    }
    for (std::size_t i = position_ + opening; i < text_.size(); ++i) {
      const std::size_t closing = quote_length(text_.substr(i));
      if (closing == 0) {
        continue;
      }
      std::string quoted(text_.substr(position_ + opening, i - position_ - opening));
      position_ = i + closing;
      return quoted.empty() ? std::nullopt : std::optional(std::move(quoted));
    }
    position_ += opening;
    return std::nullopt;
  }

  // Characters up to a space or a quotation mark that opens a field's value.
  std::string take_word() {
    const std::size_t start = position_;
    while (position_ < text_.size() && !is_space(text_[position_]) &&
           !(position_ > start && quote_length(rest()) > 0)) {
      ++position_;
    }
    return std::string(text_.substr(start, position_ - start));
  }

  // "field:value" or, with the value still to be read, "field:" before a quotation mark.
  std::optional<QueryClause> read_field(const std::string& word, std::size_t colon) {
    const std::string name = fold(normalise(std::string_view(word).substr(0, colon)));
    const auto text_field = text_field_named(name);
    const auto facet = facet_named(name);
    if (!text_field && !facet) {
      return std::nullopt;
    }
    const std::size_t before_value = position_;
    std::string value = word.substr(colon + 1);
    bool is_quoted = false;
    if (value.empty()) {
      auto quoted = take_quoted();
      is_quoted = quoted.has_value();
      value = std::move(quoted).value_or(std::string());
    }
    auto clause = value.empty() ? std::nullopt : limited_clause(text_field, facet, value);
    if (!clause) {
      position_ = before_value;
      return std::nullopt;
    }
    if (is_quoted && clause->kind == QueryClause::Kind::kWords &&
        clause->text.find(' ') != std::string::npos) {
      clause->kind = QueryClause::Kind::kPhrase;
    }
    return clause;
  }

  [[nodiscard]] static std::optional<QueryClause> limited_clause(std::optional<TextField> field,
                                                                 std::optional<Facet> facet,
                                                                 const std::string& value) {
    if (field) {
      auto clause = plain_clause(value);
      if (clause) {
        clause->field = field;
      }
      return clause;
    }
    if (facet == Facet::kYear) {
      const auto years = parse_year_range(value);
      return years ? std::optional(QueryClause{
                         .kind = QueryClause::Kind::kYears, .text = value, .years = *years})
                   : std::nullopt;
    }
    return QueryClause{.kind = QueryClause::Kind::kFacet, .text = value, .facet = facet};
  }

  void add(QueryClause clause, bool is_excluded) {
    clause.is_aside = clause.start < aside_until_;
    if (std::exchange(joins_next_, false) && !is_excluded) {
      query_.groups.back().alternatives.push_back(std::move(clause));
      return;
    }
    query_.groups.push_back({.alternatives = {std::move(clause)}, .is_excluded = is_excluded});
  }

  std::string_view text_;
  std::size_t position_ = 0;
  std::size_t aside_until_ = 0;
  bool joins_next_ = false;
  ParsedQuery query_;
};

}  // namespace

std::optional<YearRange> parse_year_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) {
    const auto year = four_digit_year(text);
    return year ? std::optional(YearRange{year, year}) : std::nullopt;
  }
  const std::string_view first = text.substr(0, dots);
  const std::string_view last = text.substr(dots + 2);
  const YearRange range{four_digit_year(first), four_digit_year(last)};
  const bool is_readable =
      (first.empty() || range.first) && (last.empty() || range.last) && (range.first || range.last);
  const bool is_ordered = !range.first || !range.last || *range.first <= *range.last;
  return is_readable && is_ordered ? std::optional(range) : std::nullopt;
}

std::size_t quote_length(std::string_view text) {
  const auto* quote = std::find_if(
      kQuotes.begin(), kQuotes.end(), [&](std::string_view it) { return text.starts_with(it); });
  return quote == kQuotes.end() ? 0 : quote->size();
}

ParsedQuery parse_query(std::string_view text) {
  return Parser(text).parse();
}

}  // namespace kiertoon
