#include "analysis/token.h"

#include <algorithm>

namespace kiertoon {

std::string_view name_of(TermKind kind) {
  switch (kind) {
    case TermKind::kBaseForm:
      return "base_form";
    case TermKind::kWordPart:
      return "word_part";
    case TermKind::kRoot:
      return "root";
    case TermKind::kStem:
      return "stem";
    case TermKind::kSurfaceForm:
      return "surface_form";
  }
  return "";
}

std::string_view surface_form(const TermList& terms) {
  const auto found = std::find_if(terms.rbegin(), terms.rend(), [](const Term& term) {
    return term.kind == TermKind::kSurfaceForm;
  });
  return found == terms.rend() ? std::string_view() : found->text;
}

}  // namespace kiertoon
