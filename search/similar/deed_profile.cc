#include "search/similar/deed_profile.h"

#include <algorithm>
#include <utility>

#include "analysis/text.h"
#include "search/index/schema.h"

namespace kiertoon {
namespace {

bool is_number(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Stems say what a Swedish or English text is about. In a Finnish one they stand beside better
// terms of the same word. Years and other numbers say nothing.
bool counts(const Term& term, Language language) {
  return term.kind != TermKind::kSurfaceForm && term.language == language && !is_number(term.text);
}

// A whole word is a part of itself, as in the index.
TermClass profile_class_of(const Term& term) {
  const TermClass term_class = class_of(term.kind, term.language);
  return term_class == TermClass::kBase ? TermClass::kPart : term_class;
}

}  // namespace

std::string profile_term(const Term& term, Language language) {
  return counts(term, language) ? index_term(profile_class_of(term), term.text) : std::string();
}

Language language_of_term(std::string_view profile_term) {
  const auto begins_as = [&](TermClass term_class) {
    return profile_term.starts_with(kTermClasses.at(static_cast<std::size_t>(term_class)).letter);
  };
  if (begins_as(TermClass::kSwedishStem)) {
    return Language::kSwedish;
  }
  return begins_as(TermClass::kEnglishStem) ? Language::kEnglish : Language::kFinnish;
}

void ProfileWriter::add_word(std::string_view word) {
  add_form(fold(normalise(word)));
}

void ProfileWriter::add_form(std::string_view surface_form) {
  words_.push_back(word_hash(surface_form));
}

void ProfileWriter::add_terms(const Token& token, Language language, std::uint32_t weight) {
  for (const auto& term : *token.terms) {
    if (!counts(term, language)) {
      continue;
    }
    assign_index_term(key_, profile_class_of(term), term.text);
    const auto found = frequencies_.find(std::string_view(key_));
    if (found == frequencies_.end()) {
      frequencies_.emplace(key_, weight);
    } else {
      found->second += weight;
    }
  }
}

DeedProfile ProfileWriter::take() {
  DeedProfile profile{.terms = {}, .sketch = TextSketch(std::exchange(words_, {}))};
  profile.terms.reserve(frequencies_.size());
  for (const auto& [term, frequency] : frequencies_) {
    profile.terms.push_back({term, frequency});
  }
  frequencies_.clear();
  std::sort(profile.terms.begin(),
            profile.terms.end(),
            [](const TermFrequency& a, const TermFrequency& b) { return a.term < b.term; });
  return profile;
}

}  // namespace kiertoon
