#include "search/words/known_words.h"

#include <algorithm>

#include "analysis/text.h"

namespace kiertoon {

KnownWords::KnownWords(const Vocabulary& vocabulary) {
  const auto add_label = [this](const Label& label) {
    add(label.fi);
    add(label.sv);
    add(label.en);
  };
  for (const auto* entries :
       {&vocabulary.themes(), &vocabulary.sectors(), &vocabulary.organisation_types()}) {
    for (const auto& entry : *entries) {
      add_label(entry.label);
    }
  }
  for (const auto& programme : vocabulary.programmes()) {
    add_label(programme.label);
  }
  for (const auto& organisation : vocabulary.organisations()) {
    add_label(organisation.label);
    add(organisation.official_fi);
    add(organisation.official_sv);
    for (const auto& name : organisation.other_names) {
      add(name.text);
    }
  }
}

void KnownWords::add(std::string_view text) {
  constexpr std::string_view kSeparators = " -,";
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(kSeparators), text.size());
    if (end > 0) {
      words_.insert(fold(normalise(text.substr(0, end))));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace kiertoon
