#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/deed/facet.h"
#include "search/index/schema.h"
#include "search/query/search_request.h"

namespace kiertoon {

// One operand of a query, as its writer typed it.
struct QueryClause {
  enum class Kind {
    kWords,   // text to be found word by word; a clause may hold one word only, save for a field's
              // quoted value
    kPhrase,  // words that follow each other
    kPrefix,  // the beginning of a word, from "word*"
    kFacet,   // a value of a facet, from "language:sv"
    kYears,   // from "year:2021..2024"
  };
  Kind kind = Kind::kWords;
  std::string text;                // without operators and quotes
  std::optional<TextField> field;  // the field it is limited to
  std::optional<Facet> facet;      // of kFacet
  YearRange years;                 // of kYears
  bool is_aside = false;           // stands in parentheses: "laws (products)" explains itself there
  std::size_t start = 0;           // bytes of the query it was read from
  std::size_t end = 0;
};

// Alternatives joined by OR; mostly a single one.
struct QueryGroup {
  std::vector<QueryClause> alternatives;
  bool is_excluded = false;  // "-word"
};

struct ParsedQuery {
  std::vector<QueryGroup> groups;
};

// Reads the query language: words; "a phrase"; -word; OR; word*; field:value and field:"value" with
// the names of schema.h and of the facets in Finnish, Swedish and English; years as 2021,
// 2021..2024, 2021.., ..2024. Never fails: what cannot be read as an operator is text. Takes any
// bytes.
[[nodiscard]] ParsedQuery parse_query(std::string_view text);

// Length in bytes of the quotation mark at the beginning of `text`; 0 when there is none.
[[nodiscard]] std::size_t quote_length(std::string_view text);

}  // namespace kiertoon
