#include "search/index/schema.h"

#include "base/utf8.h"

namespace kiertoon {

TermClass class_of(TermKind kind, Language language) {
  switch (kind) {
    case TermKind::kBaseForm:
      return TermClass::kBase;
    case TermKind::kWordPart:
    case TermKind::kRoot:
      return TermClass::kPart;
    case TermKind::kStem:
    case TermKind::kSurfaceForm:
      break;
  }
  switch (language) {
    case Language::kSwedish:
      return TermClass::kSwedishStem;
    case Language::kEnglish:
      return TermClass::kEnglishStem;
    case Language::kFinnish:
      break;
  }
  return TermClass::kFinnishStem;
}

void assign_index_term(std::string& term, TermClass term_class, std::string_view text) {
  term.clear();
  term += kTermClasses.at(static_cast<std::size_t>(term_class)).letter;
  term += ':';
  term += text;
}

std::string index_term(TermClass term_class, std::string_view text) {
  std::string term;
  assign_index_term(term, term_class, text);
  return term;
}

std::string index_term(TextField field, TermClass term_class, std::string_view text) {
  return spec_of(field).letter + index_term(term_class, text);
}

std::string facet_term(Facet facet, std::string_view value) {
  // Keywords are free words; Xapian's terms are not.
  constexpr std::size_t kLongestValue = 200;
  std::string term = "F";
  term += std::to_string(index_of(facet));
  term += ':';
  term += truncate_utf8(value, kLongestValue);
  return term;
}

std::string id_term(std::string_view id) {
  return "Q:" + std::string(id);
}

}  // namespace kiertoon
