#include "analysis/token.h"

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

}  // namespace kiertoon
