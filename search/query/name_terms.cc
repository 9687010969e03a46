#include "search/query/name_terms.h"

#include <algorithm>
#include <utility>

namespace kiertoon {
namespace {

std::vector<std::string> whole_word_texts(const std::vector<TermAlternative>& alternatives) {
  std::vector<std::string> texts;
  for (const auto& alternative : alternatives) {
    if (is_whole_word(alternative)) {
      texts.push_back(alternative.text);
    }
  }
  return texts;
}

// Whether a term stands for a word of a name: as a whole word, or as a part of compounds.
bool stands_for_name(const TermAlternative& alternative, const std::vector<std::string>& whole) {
  return is_whole_word(alternative) ||
         std::find(whole.begin(), whole.end(), alternative.text) != whole.end();
}

}  // namespace

NameTerms::NameTerms(Analyzer& analyzer, const IndexTerms& terms)
    : analyzer_(analyzer),
      terms_(terms),
      known_(kLanguages.size(), BoundedCache<Words>(kMostNames)) {}

const NameTerms::Words& NameTerms::of(const std::string& name, Language language) {
  auto& known = known_[static_cast<std::size_t>(language)];
  const Words* words = known.find(name);
  return words == nullptr ? known.insert(name, find(name, language)) : *words;
}

NameTerms::Words NameTerms::find(const std::string& name, Language language) const {
  Words words;
  const auto tokens = analyzer_.analyze(name, language);
  for (const auto& token : tokens) {
    auto terms = term_alternatives(token, language);
    const auto whole = tokens.size() == 1 ? whole_word_texts(terms) : std::vector<std::string>();
    std::erase_if(terms, [&](const TermAlternative& alternative) {
      return !stands_for_name(alternative, whole) || !terms_.has(alternative.term);
    });
    if (terms.empty()) {
      return {};
    }
    words.push_back(std::move(terms));
  }
  return words;
}

}  // namespace kiertoon
