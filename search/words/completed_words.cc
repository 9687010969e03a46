#include "search/words/completed_words.h"

#include <algorithm>
#include <cstddef>

#include "analysis/action_noun.h"
#include "analysis/text.h"
#include "base/utf8.h"

namespace kiertoon {
namespace {

constexpr std::size_t kShortestWord = 2;  // characters of a word that is worth completing to

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

bool has_base(const std::vector<Token>& tokens, std::string_view base) {
  return tokens.size() == 1 &&
         std::any_of(
             tokens.front().terms->begin(), tokens.front().terms->end(), [&](const Term& term) {
               return term.kind == TermKind::kBaseForm && fold(term.text) == base;
             });
}

}  // namespace

CompletedWords::CompletedWords(const WordList& words, Analyzer& analyzer)
    : words_(words), analyzer_(analyzer), texts_(words.size()) {
  for (WordList::Number form = 0; form < words.size(); ++form) {
    if (words[form].deeds > 0) {
      texts_[form] = text_of(form);
    }
  }
}

// Whether the same form is a Finnish one of another word: "Limingan" in a Swedish text.
bool CompletedWords::has_twin_with_base(WordList::Number form) const {
  const auto twins = words_.find(words_.folded(form));
  for (WordList::Number twin = twins.first; twin < twins.last; ++twin) {
    if (twin != form && words_.likeliest_base(twin).value_or(twin) != twin) {
      return true;
    }
  }
  return false;
}

// A word that may be its own base form is: "tuki", though it may be of "tukea" too.
std::optional<WordList::Number> CompletedWords::base_of(WordList::Number form) const {
  const auto bases = words_.bases(form);
  const bool is_own = std::find(bases.begin(), bases.end(), form) != bases.end();
  return is_own ? form : words_.likeliest_base(form);
}

std::string CompletedWords::text_of(WordList::Number form) {
  const auto base = base_of(form);
  if (!base) {
    return has_twin_with_base(form) ? std::string() : std::string(words_[form].word);
  }
  std::string noun = action_noun_of(form, *base);
  return noun.empty() ? std::string(words_[*base].word) : noun;
}

// Empty when the form is not one of a noun in -minen that has the base form for its verb.
std::string CompletedWords::action_noun_of(WordList::Number form, WordList::Number base) {
  const ListedWord verb = words_[base];
  if (verb.language != Language::kFinnish) {
    return {};
  }
  auto noun = action_noun(words_.folded(form));
  if (!noun || *noun == verb.folded ||
      !has_base(analyzer_.analyze(*noun, Language::kFinnish), verb.folded)) {
    return {};
  }
  if (!begins_in_lower_case(verb.word)) {
    noun = capitalise(*noun);
  }
  nouns_[*noun] += words_[form].deeds;
  return *noun;
}

std::vector<CompletionText> CompletedWords::texts() const {
  std::vector<CompletionText> texts;
  const auto add = [&](std::string_view text, Language language, std::uint32_t weight) {
    if (count_code_points(text) >= kShortestWord && !has_digit(text) &&
        !analyzer_.is_stop_form(fold(text), language)) {
      texts.push_back({.text = std::string(text),
                       .weight = weight,
                       .tag = static_cast<std::uint32_t>(language)});
    }
  };
  std::vector<bool> is_added(words_.size());
  for (WordList::Number form = 0; form < words_.size(); ++form) {
    const WordList::Number base = base_of(form).value_or(form);
    if (!texts_[form].empty() && texts_[form] == words_[base].word && !is_added[base]) {
      is_added[base] = true;
      add(words_[base].word, words_[base].language, words_[base].frequency());
    }
  }
  for (const auto& [noun, deeds] : nouns_) {
    const auto most = static_cast<std::uint32_t>(words_.deed_count());
    add(noun, Language::kFinnish, std::min(deeds, most));
  }
  return texts;
}

}  // namespace kiertoon
