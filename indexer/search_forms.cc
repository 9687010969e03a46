#include "indexer/search_forms.h"

#include <algorithm>
#include <optional>

#include "base/tsv.h"

namespace kiertoon {
namespace {

std::string_view without_qualifier(std::string_view label) {
  const std::size_t open = label.ends_with(')') ? label.rfind('(') : std::string_view::npos;
  return open == std::string_view::npos ? label : strip(label.substr(0, open));
}

// The base form of a whole word when it has one only, and that is not how it is written.
std::optional<std::string_view> other_base_form(const Token& token) {
  std::optional<std::string_view> found;
  for (const Term& term : *token.terms) {
    const bool is_of_whole_word =
        term.kind == TermKind::kBaseForm && term.begin == 0 && term.end == token.end - token.start;
    if (!is_of_whole_word || term.text == found) {
      continue;
    }
    if (found || term.text == surface_form(*token.terms)) {
      return std::nullopt;
    }
    found = term.text;
  }
  return found;
}

}  // namespace

std::vector<std::string> SearchForms::of(std::string_view label, Language language) const {
  const std::string_view plain = without_qualifier(label);
  std::vector<std::string> forms;
  if (plain != label && !plain.empty()) {
    forms.emplace_back(plain);
  }
  if (language == Language::kFinnish) {
    const std::string base = in_base_form(plain);
    if (base != plain && !analyzer_.is_stop_word(base, language)) {
      forms.push_back(base);
    }
  }
  return forms;
}

std::string SearchForms::in_base_form(std::string_view label) const {
  std::string form;
  std::size_t done = 0;
  for (const Token& token : analyzer_.analyze(label, Language::kFinnish)) {
    if (const auto base = other_base_form(token)) {
      form += label.substr(done, token.start - done);
      form += *base;
      done = token.end;
    }
  }
  form += label.substr(done);
  return form;
}

}  // namespace kiertoon
