#include "search/words/completions.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <tuple>
#include <utility>

#include "analysis/text.h"
#include "base/byte_stream.h"
#include "base/utf8.h"

namespace kiertoon {
namespace {

constexpr std::array<char, 8> kMagic{'k', 'i', 'e', 'r', 'c', 'o', 'm', '\n'};
constexpr std::uint32_t kVersion = 1;
constexpr const char* kHint = "build the index anew: kiertoon-indexer build";

constexpr std::size_t kShortestWord = 2;  // characters of a word that is worth completing to

// A word that no other one is the base form of; guesses at unknown words have none.
bool is_base_form(const WordList& words, WordList::Number number) {
  const auto bases = words.bases(number);
  return bases.empty() || std::find(bases.begin(), bases.end(), number) != bases.end();
}

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

std::vector<CompletionText> words_to_complete_to(const WordList& words,
                                                 const IsStopForm& is_stop_form) {
  std::vector<CompletionText> texts;
  for (WordList::Number number = 0; number < words.size(); ++number) {
    const ListedWord word = words[number];
    if (is_base_form(words, number) && count_code_points(word.word) >= kShortestWord &&
        !has_digit(word.word) && !is_stop_form(word.folded, word.language)) {
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
  const auto end = std::unique(texts.begin(),
                               texts.end(),
                               [](const CompletionText& a, const CompletionText& b) {
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

tl::unexpected<Error> damaged() {
  return fail(ErrorCode::kInvalidData, "the index's list of completions is damaged", kHint);
}

}  // namespace

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
                                      const std::vector<FoundPhrase>& phrases,
                                      const IsStopForm& is_stop_form) const {
  auto word_texts = words_to_complete_to(words, is_stop_form);
  keep_one_of_each(word_texts);
  std::vector<CompletionText> phrase_texts;
  for (const auto& phrase : phrases) {
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
          .organisations = CompletionTable(organisation_texts, CompletionStarts::kAnyWord)};
}

std::size_t Completions::bytes() const {
  return words.bytes() + phrases.bytes() + titles.bytes() + organisations.bytes();
}

std::string Completions::serialise() const {
  ByteWriter writer;
  writer.value(kMagic);
  writer.value(kVersion);
  for (const auto* table : {&words, &phrases, &titles, &organisations}) {
    table->write(writer);
  }
  return writer.take();
}

Expected<Completions> Completions::parse(std::string_view bytes) {
  ByteReader reader(bytes);
  if (reader.value<std::array<char, 8>>() != kMagic) {
    return damaged();
  }
  if (reader.value<std::uint32_t>() != kVersion) {
    return fail(ErrorCode::kVersionMismatch,
                "the index's list of completions was made by another version of this program",
                kHint);
  }
  Completions completions;
  for (auto* table : {&completions.words,
                      &completions.phrases,
                      &completions.titles,
                      &completions.organisations}) {
    auto read = CompletionTable::read(reader);
    if (!read) {
      return damaged();
    }
    *table = std::move(*read);
  }
  return reader.at_end() ? Expected<Completions>(std::move(completions)) : damaged();
}

}  // namespace kiertoon
