#include "search/words/typed_text.h"

#include <algorithm>
#include <utility>

#include "search/query/query_parser.h"
#include "search/words/completion_key.h"

namespace kiertoon {
namespace {

constexpr std::size_t kMostContext = 8;  // clauses; of a longer text the last ones

struct PlacedClause {
  QueryClause clause;
  bool is_excluded = false;
  bool opens_quote = false;
};

bool begins_with_quote(std::string_view typed) {
  typed.remove_prefix(typed.starts_with('-') ? 1 : 0);
  return quote_length(typed) > 0;
}

std::vector<PlacedClause> clauses_of(std::string_view text) {
  std::vector<PlacedClause> clauses;
  for (auto& group : parse_query(text).groups) {
    for (auto& clause : group.alternatives) {
      const std::string_view typed = text.substr(clause.start, clause.end - clause.start);
      const bool opens_quote = clause.kind == QueryClause::Kind::kWords && begins_with_quote(typed);
      clauses.push_back({std::move(clause), group.is_excluded, opens_quote});
    }
  }
  return clauses;
}

bool is_word(const PlacedClause& placed) {
  return placed.clause.kind == QueryClause::Kind::kWords ||
         placed.clause.kind == QueryClause::Kind::kPrefix;
}

// Whether the clause can stand before others of one tail.
bool is_plain_word(const PlacedClause& placed) {
  return placed.clause.kind == QueryClause::Kind::kWords && !placed.clause.field &&
         !placed.is_excluded;
}

// Where the word begins, behind minus sign, quotation mark and the field's name.
std::size_t word_start(const QueryClause& clause) {
  const std::size_t asterisk = clause.kind == QueryClause::Kind::kPrefix ? 1 : 0;
  return clause.end - asterisk - clause.text.size();
}

// All that is typed from `start` on, without the asterisk of "word*".
std::string_view typed_from(std::string_view text, std::size_t start, const QueryClause& last) {
  const bool has_asterisk = last.kind == QueryClause::Kind::kPrefix && last.end == text.size();
  return text.substr(start, text.size() - start - (has_asterisk ? 1 : 0));
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(kWhiteSpace) == std::string_view::npos;
}

std::vector<TypedTail> tails_of(std::string_view text, const std::vector<PlacedClause>& clauses) {
  std::vector<TypedTail> tails;
  for (std::size_t i = clauses.size(); i > 0 && tails.size() < kMostTailWords; --i) {
    const PlacedClause& first = clauses[i - 1];
    const bool is_last = i == clauses.size();
    const std::size_t next = is_last ? text.size() : clauses[i].clause.start;
    if (!is_last && (!is_plain_word(first) || clauses[i].opens_quote ||
                     !is_blank(text.substr(first.clause.end, next - first.clause.end)))) {
      break;
    }
    const std::size_t start = word_start(first.clause);
    std::string key = completion_key(typed_from(text, start, clauses.back().clause));
    if (key.find_first_not_of(" -") == std::string::npos) {
      return {};
    }
    tails.push_back({.start = start,
                     .clause_start = first.clause.start,
                     .key = std::move(key),
                     .is_one_word = is_last && first.clause.end == text.size()});
    if (first.clause.field || first.is_excluded || first.opens_quote) {
      break;
    }
  }
  std::reverse(tails.begin(), tails.end());
  return tails;
}

}  // namespace

TypedText read_typed_text(std::string_view text) {
  TypedText typed;
  const auto clauses = clauses_of(text);
  if (clauses.empty()) {
    return typed;
  }
  const PlacedClause& last = clauses.back();
  const bool is_finished = last.clause.end < text.size();
  const std::size_t before = clauses.size() - (is_finished ? 0 : 1);
  for (std::size_t i = before - std::min(before, kMostContext); i < before; ++i) {
    const QueryClause& clause = clauses[i].clause;
    typed.context.push_back(text.substr(clause.start, clause.end - clause.start));
  }
  const bool can_go_on =
      !is_finished || (is_plain_word(last) && is_blank(text.substr(last.clause.end)));
  if (!is_word(last) || !can_go_on) {
    return typed;
  }
  typed.tails = tails_of(text, clauses);
  typed.is_excluded = last.is_excluded;
  typed.field = last.clause.field;
  const auto opening = std::find_if(clauses.begin(), clauses.end(), [](const PlacedClause& placed) {
    return placed.opens_quote;
  });
  typed.is_quoted = opening != clauses.end();
  if (const auto first = static_cast<std::size_t>(opening - clauses.begin()); first < before) {
    const std::size_t start = word_start(opening->clause);
    typed.quoted = text.substr(start, clauses[before - 1].clause.end - start);
  }
  return typed;
}

}  // namespace kiertoon
