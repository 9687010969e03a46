#include "search/query/word_query.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace kiertoon {
namespace {

void add(std::vector<TermAlternative>& alternatives,
         TermClass term_class,
         const Term& term,
         MatchKind kind,
         double weight) {
  std::string index_name = index_term(term_class, term.text);
  const auto same =
      std::find_if(alternatives.begin(), alternatives.end(), [&](const TermAlternative& known) {
        return known.term == index_name;
      });
  if (same == alternatives.end()) {
    alternatives.push_back(
        {std::move(index_name), term_class, term.text, kind, weight, term.language});
    return;
  }
  same->weight = std::max(same->weight, weight);
  same->kind = std::min(same->kind, kind);
}

// Bytes at the beginning: of the base forms of "vanhemmat" "vanhempi" has more than "vanha".
std::ptrdiff_t shared_letters(std::string_view text, std::string_view typed) {
  const auto end = std::mismatch(text.begin(), text.end(), typed.begin(), typed.end()).first;
  return end - text.begin();
}

}  // namespace

bool is_whole_word(const TermAlternative& alternative) {
  return alternative.kind == MatchKind::kBaseForm || alternative.kind == MatchKind::kStem;
}

std::vector<TermAlternative> term_alternatives(const Token& token,
                                               Language language,
                                               const KindWeights& weights) {
  std::vector<TermAlternative> alternatives;
  for (const auto& term : *token.terms) {
    switch (term.kind) {
      case TermKind::kBaseForm:
        add(alternatives, TermClass::kBase, term, MatchKind::kBaseForm, weights.base_form);
        add(alternatives, TermClass::kPart, term, MatchKind::kWordPart, weights.word_part);
        break;
      case TermKind::kWordPart:
        add(alternatives, TermClass::kPart, term, MatchKind::kWordPart, weights.word_part);
        break;
      case TermKind::kRoot:
        add(alternatives, TermClass::kPart, term, MatchKind::kRoot, weights.root);
        break;
      case TermKind::kStem:
        add(alternatives,
            class_of(term.kind, term.language),
            term,
            MatchKind::kStem,
            term.language == language ? weights.stem : weights.stem * weights.other_language);
        break;
      case TermKind::kSurfaceForm:
        break;
    }
  }
  const std::string_view typed = surface_form(*token.terms);
  std::stable_sort(alternatives.begin(), alternatives.end(), [&](const auto& a, const auto& b) {
    return std::pair(a.kind, shared_letters(b.text, typed)) <
           std::pair(b.kind, shared_letters(a.text, typed));
  });
  return alternatives;
}

}  // namespace kiertoon
