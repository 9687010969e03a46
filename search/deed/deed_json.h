#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "search/deed/deed.h"

namespace kiertoon {

// What is wrong with one field of a deed.
struct FieldError {
  std::string field;    // path: "organisations[1].type"; empty when the record as a whole is wrong
  std::string value;    // the offending value, shortened
  std::string message;  // "is not a type of organisation (municipality, joint_authority, ...)"

  // "organisations[1].type: "kunta" is not a type of organisation (...)"
  [[nodiscard]] std::string to_string() const;
};

// A deed as a source wrote it. `language_given` is false when the source named none and it has to
// be detected.
struct ParsedDeed {
  Deed deed;
  bool language_given = false;
};

// Reads one JSON object and checks all of domain's rules: required fields (id, title, at least one
// organisation), types, lengths, known names, dates that exist, unknown fields refused. Controlled
// slugs (themes, sectors) are checked for form only; the vocabulary decides whether they exist.
// Returns every error, not the first alone. Never throws.
[[nodiscard]] tl::expected<ParsedDeed, std::vector<FieldError>> parse_deed(std::string_view json);

// The deed as compact JSON that parse_deed() reads back to an equal deed.
[[nodiscard]] std::string serialise_deed(const Deed& deed);

}  // namespace kiertoon
