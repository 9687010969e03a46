#include "search/words/completions_builder.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

#include "analysis/text.h"
#include "search/words/completed_words.h"
#include "search/words/completion_key.h"
#include "search/words/phrase_finder.h"

namespace kiertoon {
namespace {

// Of texts that stand more than once, the one with the highest weight, in the order of their keys.
CompletionTable table_by_key(std::vector<CompletionText> texts, CompletionStarts starts) {
  std::vector<std::pair<std::string, std::size_t>> keys;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    keys.emplace_back(completion_key(texts[i].text), i);
  }
  std::sort(keys.begin(), keys.end(), [&](const auto& a, const auto& b) {
    return std::tie(a.first, texts[a.second].text, texts[b.second].weight, a.second) <
           std::tie(b.first, texts[b.second].text, texts[a.second].weight, b.second);
  });
  std::vector<CompletionText> sorted;
  for (const auto& [key, place] : keys) {
    if (sorted.empty() || sorted.back().text != texts[place].text) {
      sorted.push_back(std::move(texts[place]));
    }
  }
  return CompletionTable(sorted, starts);
}

// By form, the entry of the word that it is completed to.
std::vector<std::optional<std::uint32_t>> entries_of(std::size_t forms,
                                                     const CompletedWords& completed,
                                                     const CompletionTable& table) {
  StringMap<std::uint32_t> entry_by_text;
  for (std::uint32_t entry = 0; entry < table.size(); ++entry) {
    entry_by_text.emplace(table.text(entry), entry);
  }
  std::vector<std::optional<std::uint32_t>> entries(forms);
  for (WordList::Number form = 0; form < forms; ++form) {
    const auto found = entry_by_text.find(completed.of(form));
    if (found != entry_by_text.end()) {
      entries[form] = found->second;
    }
  }
  return entries;
}

DeedEntries words_of_deeds(const std::vector<std::optional<std::uint32_t>>& entries,
                           const NumberedTexts& texts,
                           std::size_t deed_count) {
  std::vector<DeedEntries::Pair> pairs;
  std::size_t deeds = 0;
  for (const std::uint32_t border_or_word : texts.words) {
    deeds += border_or_word == PhraseCounter::kDeedBorder ? 1 : 0;
    const std::uint32_t word = border_or_word & ~PhraseCounter::kSuspended;
    if (word < entries.size() && entries[word]) {
      pairs.push_back({texts.documents[deeds - 1], *entries[word]});
    }
  }
  return DeedEntries::of(std::move(pairs), static_cast<std::uint32_t>(deed_count));
}

// A function word of any language does not: texts quote others.
bool may_end_phrase(Analyzer& analyzer, std::string_view word, Language language) {
  return std::none_of(kLanguages.begin(),
                      kLanguages.end(),
                      [&](Language any) { return analyzer.is_stop_word(word, any); }) &&
         !analyzer.is_verb(word, language);
}

void add_phrases(const WordList& words,
                 const NumberedTexts& texts,
                 Analyzer& analyzer,
                 Completions& completions) {
  const PhraseWords single_words{
      .may_end = [&](auto word, auto of) { return may_end_phrase(analyzer, word, of); },
      .is_telling = [&](auto word, auto of) { return analyzer.is_telling(word, of); }};
  const auto phrases = find_phrases(texts.words, words, single_words);
  std::vector<CompletionText> phrase_texts;
  phrase_texts.reserve(phrases.size());
  for (const auto& phrase : phrases) {
    phrase_texts.push_back({.text = phrase.text,
                            .weight = static_cast<std::uint32_t>(phrase.deeds.size()),
                            .tag = static_cast<std::uint32_t>(phrase.language)});
  }
  completions.phrases = table_by_key(std::move(phrase_texts), CompletionStarts::kFirstWord);
  std::vector<DeedEntries::Pair> pairs;
  for (const auto& phrase : phrases) {
    if (const auto entry = completions.phrases.find_text(phrase.text)) {
      for (const std::uint32_t deed : phrase.deeds) {
        pairs.push_back({texts.documents[deed - 1], *entry});
      }
    }
  }
  completions.deed_phrases =
      DeedEntries::of(std::move(pairs), static_cast<std::uint32_t>(completions.deed_count));
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

// The running texts of a deed: numbers of the words of the thread that indexed it, and what these
// are in the list.
struct DeedWords {
  std::uint32_t document = 0;
  std::span<const std::uint32_t> words;
  std::span<const std::uint32_t> numbers;
};

void append_deeds(const PhraseCounter& phrases,
                  std::span<const std::uint32_t> numbers,
                  std::vector<DeedWords>& deeds) {
  const std::span<const std::uint32_t> words(phrases.words());
  auto begin = std::find(words.begin(), words.end(), PhraseCounter::kDeedBorder);
  for (const std::uint32_t document : phrases.documents()) {
    const auto end = std::find(begin + 1, words.end(), PhraseCounter::kDeedBorder);
    deeds.push_back({.document = document, .words = {begin, end}, .numbers = numbers});
    begin = end;
  }
}

}  // namespace

void PhraseSequence::add(PhraseCounter phrases, std::vector<WordCounter::WordName> names) {
  parts_.push_back({std::move(phrases), std::move(names)});
}

// In the order of the documents, whichever thread indexed which: the same deeds always make the
// same index.
NumberedTexts PhraseSequence::in(const WordList& list) const {
  std::vector<std::vector<std::uint32_t>> numbers;
  std::vector<DeedWords> deeds;
  numbers.reserve(parts_.size());
  for (const auto& part : parts_) {
    auto& numbers_of_part = numbers.emplace_back();
    for (const auto& name : part.names) {
      numbers_of_part.push_back(number_in(list, name));
    }
    append_deeds(part.phrases, numbers_of_part, deeds);
  }
  std::sort(deeds.begin(), deeds.end(), [](const DeedWords& a, const DeedWords& b) {
    return a.document < b.document;
  });
  NumberedTexts texts;
  for (const auto& deed : deeds) {
    texts.documents.push_back(deed.document);
    for (const std::uint32_t word : deed.words) {
      const std::uint32_t own = word & ~PhraseCounter::kSuspended;
      texts.words.push_back(own < deed.numbers.size()
                                ? deed.numbers[own] | (word & PhraseCounter::kSuspended)
                                : word);
    }
  }
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
                                      const NumberedTexts& texts,
                                      Analyzer& analyzer) const {
  Completions completions{.deed_count = titles_.size()};
  const CompletedWords completed(words, analyzer);
  completions.words = table_by_key(completed.texts(), CompletionStarts::kFirstWord);
  completions.deed_words = words_of_deeds(
      entries_of(words.size(), completed, completions.words), texts, completions.deed_count);
  add_phrases(words, texts, analyzer, completions);
  completions.titles = CompletionTable(titles_, CompletionStarts::kAnyWord);
  std::vector<CompletionText> organisations;
  for (const auto& [name, deeds] : organisations_) {
    organisations.push_back({.text = name, .weight = deeds});
  }
  completions.organisations = table_by_key(std::move(organisations), CompletionStarts::kAnyWord);
  return completions;
}

}  // namespace kiertoon
