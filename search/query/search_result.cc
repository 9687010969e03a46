#include "search/query/search_result.h"

namespace kiertoon {

std::string_view name_of(MatchKind kind) {
  switch (kind) {
    case MatchKind::kBaseForm:
      return "base_form";
    case MatchKind::kStem:
      return "stem";
    case MatchKind::kWordPart:
      return "word_part";
    case MatchKind::kRoot:
      return "root";
    case MatchKind::kPrefix:
      return "prefix";
    case MatchKind::kSynonym:
      return "synonym";
    case MatchKind::kTranslation:
      return "translation";
    case MatchKind::kCorrection:
      return "correction";
  }
  return "";
}

}  // namespace kiertoon
