#include "search/words/completions_builder.h"

#include <algorithm>
#include <chrono>
#include <string_view>
#include <tuple>
#include <utility>

#include "analysis/text.h"
#include "base/utf8.h"
#include "search/words/phrase_finder.h"

namespace kiertoon {
namespace {

constexpr std::size_t kShortestWord = 2;  // characters of a word that is worth completing to

// Whether the same form is a Finnish one of another word: "Limingan" in a Swedish text.
bool has_twin_with_base(const WordList& words, WordList::Number number) {
  const auto twins = words.find(words.folded(number));
  for (WordList::Number twin = twins.first; twin < twins.last; ++twin) {
    if (twin != number && words.likeliest_base(twin).value_or(twin) != twin) {
      return true;
    }
  }
  return false;
}

// Whether each word is one to complete to: the base form of some form that deeds write, of several
// the one that most deeds have; or a form that has none.
std::vector<bool> readable_words(const WordList& words) {
  std::vector<bool> readable(words.size());
  for (WordList::Number number = 0; number < words.size(); ++number) {
    const auto base = words.likeliest_base(number);
    if (base || !has_twin_with_base(words, number)) {
      readable[base.value_or(number)] = true;
    }
  }
  return readable;
}

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

std::vector<CompletionText> words_to_complete_to(const WordList& words, const Analyzer& analyzer) {
  const auto is_readable = readable_words(words);
  std::vector<CompletionText> texts;
  for (WordList::Number number = 0; number < words.size(); ++number) {
    const ListedWord word = words[number];
    if (is_readable[number] && count_code_points(word.word) >= kShortestWord &&
        !has_digit(word.word) && !analyzer.is_stop_form(word.folded, word.language)) {
      texts.push_back({.text = std::string(word.word),
                       .weight = word.frequency(),
                       .tag = static_cast<std::uint32_t>(word.language)});
    }
  }
  return texts;
}

// Of a text that stands more than once, the one with the highest weight.
void keep_one_of_each(std::vector<CompletionText>& texts) {
  std::sort(texts.begin(), texts.end(), [](const CompletionText& a, const CompletionText& b) {
    return std::tie(a.text, b.weight) < std::tie(b.text, a.weight);
  });
  const auto end =
      std::unique(texts.begin(), texts.end(), [](const CompletionText& a, const CompletionText& b) {
        return a.text == b.text;
      });
  texts.erase(end, texts.end());
}

std::uint32_t day_of(const Deed& deed) {
  if (!deed.published) {
    return 0;
  }
  const auto days = std::chrono::sys_days(*deed.published).time_since_epoch().count();
  return static_cast<std::uint32_t>(std::max<std::int64_t>(days, 0));
}

// The number of a word, or a border.
std::uint32_t number_in(const WordList& list, const WordCounter::WordName& name) {
  const auto found = list.find(name.folded);
  for (WordList::Number number = found.first; number < found.last; ++number) {
    if (list[number].language == name.language) {
      return number;
    }
  }
  return PhraseCounter::kBorder;
}

}  // namespace

void PhraseSequence::add(PhraseCounter phrases, std::vector<WordCounter::WordName> names) {
  parts_.push_back({std::move(phrases).take(), std::move(names)});
}

std::vector<std::uint32_t> PhraseSequence::in(const WordList& list) && {
  std::vector<std::uint32_t> texts;
  for (auto& part : parts_) {
    std::vector<std::uint32_t> number_of;
    for (const auto& name : part.names) {
      number_of.push_back(number_in(list, name));
    }
    for (std::uint32_t& word : part.words) {
      const std::uint32_t own = word & ~PhraseCounter::kSuspended;
      if (own < number_of.size()) {
        word = number_of[own] | (word & PhraseCounter::kSuspended);
      }
    }
    texts.insert(texts.end(), part.words.begin(), part.words.end());
  }
  parts_.clear();
  return texts;
}

void CompletionsBuilder::add(const Deed& deed, const Vocabulary& vocabulary) {
  titles_.push_back({.text = normalise(deed.title),
                     .weight = day_of(deed),
                     .tag = static_cast<std::uint32_t>(titles_.size() + 1)});
  for (const auto& organisation : deed.organisations) {
    if (vocabulary.find_organisation(organisation.name) == nullptr) {
      ++organisations_[normalise(organisation.name)];
    }
  }
}

Completions CompletionsBuilder::build(const WordList& words,
                                      const std::vector<std::uint32_t>& texts,
                                      Analyzer& analyzer) const {
  auto word_texts = words_to_complete_to(words, analyzer);
  keep_one_of_each(word_texts);
  std::vector<CompletionText> phrase_texts;
  const auto is_telling = [&](std::string_view word, Language language) {
    return analyzer.is_telling(word, language);
  };
  for (const auto& phrase : find_phrases(texts, words, is_telling)) {
    phrase_texts.push_back({.text = phrase.text,
                            .weight = phrase.deeds,
                            .tag = static_cast<std::uint32_t>(phrase.language)});
  }
  keep_one_of_each(phrase_texts);
  std::vector<CompletionText> organisation_texts;
  for (const auto& [name, deeds] : organisations_) {
    organisation_texts.push_back({.text = name, .weight = deeds});
  }
  keep_one_of_each(organisation_texts);
  return {.words = CompletionTable(word_texts, CompletionStarts::kFirstWord),
          .phrases = CompletionTable(phrase_texts, CompletionStarts::kFirstWord),
          .titles = CompletionTable(titles_, CompletionStarts::kAnyWord),
          .organisations = CompletionTable(organisation_texts, CompletionStarts::kAnyWord),
          .deed_count = titles_.size()};
}

}  // namespace kiertoon
