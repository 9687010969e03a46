#include "analysis/name_table.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "analysis/action_noun.h"
#include "analysis/text.h"

namespace kiertoon {
namespace {

// Whether a term may stand for a word of a name in that language.
bool is_key(const Term& term, Language language) {
  if (language == Language::kFinnish) {
    return term.language == language &&
           (term.kind == TermKind::kBaseForm || term.kind == TermKind::kStem ||
            term.kind == TermKind::kSurfaceForm);
  }
  return term.language == language && term.kind == TermKind::kStem;
}

// What the Finnish words of names may be to meet the token, beside its terms.
std::optional<std::string> action_noun(const Token& token) {
  const std::string_view form = surface_form(*token.terms);
  return form.empty() ? std::nullopt : kiertoon::action_noun(form);
}

bool has_key(const Token& token, Language language, std::string_view key) {
  return std::any_of(
             token.terms->begin(),
             token.terms->end(),
             [&](const Term& term) { return is_key(term, language) && term.text == key; }) ||
         (language == Language::kFinnish && action_noun(token) == key);
}

bool is_same(const NameTable::Match& a, const NameTable::Match& b) {
  return a.first == b.first && a.count == b.count && a.language == b.language && a.id == b.id;
}

}  // namespace

std::vector<NameTable::Match> NameTable::find(std::span<const Token> tokens) const {
  std::vector<Match> found;
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    const auto begin = static_cast<std::ptrdiff_t>(found.size());
    find_at(tokens, first, found);
    std::stable_sort(found.begin() + begin, found.end(), [](const Match& a, const Match& b) {
      return a.count > b.count;
    });
  }
  return found;
}

void NameTable::find_at(std::span<const Token> tokens,
                        std::size_t first,
                        std::vector<Match>& found) const {
  for (const auto& term : *tokens[first].terms) {
    if (is_key(term, term.language)) {
      add_names(tokens, first, {term.language, term.text}, found);
    }
  }
  if (const auto noun = action_noun(tokens[first])) {
    add_names(tokens, first, {Language::kFinnish, *noun}, found);
  }
}

void NameTable::add_names(std::span<const Token> tokens,
                          std::size_t first,
                          const Key& key,
                          std::vector<Match>& found) const {
  const auto& names_by_word = by_first_word_.at(static_cast<std::size_t>(key.language));
  const auto names = names_by_word.find(key.text);
  if (names == names_by_word.end()) {
    return;
  }
  for (const auto& name : names->second) {
    const auto rest = tokens.subspan(first + 1);
    const bool is_met = name.later_words.size() <= rest.size() &&
                        std::equal(name.later_words.begin(),
                                   name.later_words.end(),
                                   rest.begin(),
                                   [&](const std::string& word, const Token& token) {
                                     return has_key(token, key.language, word);
                                   });
    const Match match{first, name.later_words.size() + 1, key.language, name.id};
    const bool is_known = std::any_of(
        found.begin(), found.end(), [&](const Match& other) { return is_same(other, match); });
    if (is_met && !is_known) {
      found.push_back(match);
    }
  }
}

Expected<std::unique_ptr<NameTableBuilder>> NameTableBuilder::create() {
  auto breaker = WordBreaker::create();
  if (!breaker) {
    return tl::unexpected(breaker.error());
  }
  return std::unique_ptr<NameTableBuilder>(new NameTableBuilder(std::move(*breaker)));
}

std::string NameTableBuilder::key_of(std::string_view word, Language language) const {
  const std::string normalised = normalise(word);
  switch (language) {
    case Language::kSwedish:
      return fold(swedish_stemmer_.stem(to_lower(normalised)));
    case Language::kEnglish:
      return fold(english_stemmer_.stem(to_lower(normalised)));
    case Language::kFinnish:
      break;
  }
  return fold(normalised);
}

bool NameTableBuilder::add(std::string_view name, Language language, std::uint32_t id) {
  const auto words = breaker_->words(name);
  if (words.empty() || words.size() > NameTable::kMostWords) {
    return false;
  }
  std::vector<std::string> keys;
  keys.reserve(words.size());
  for (const auto& word : words) {
    keys.push_back(key_of(name.substr(word.start, word.end - word.start), language));
  }
  NameTable::Name entry{.later_words = {std::make_move_iterator(keys.begin() + 1),
                                        std::make_move_iterator(keys.end())},
                        .id = id};
  table_.by_first_word_.at(static_cast<std::size_t>(language))[keys.front()].push_back(
      std::move(entry));
  return true;
}

}  // namespace kiertoon
