#include "search/words/word_list.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace kiertoon {
namespace {

static_assert(WordList::kLongestWord <= std::numeric_limits<std::uint8_t>::max());

bool can_be_listed(const CountedWord& word) {
  return !word.folded.empty() && word.folded.size() <= WordList::kLongestWord &&
         word.word.size() <= WordList::kLongestWord;
}

}  // namespace

WordList WordList::of(std::vector<CountedWord> words, std::size_t deed_count) {
  std::erase_if(words, [](const CountedWord& word) { return !can_be_listed(word); });
  std::sort(words.begin(), words.end(), [](const CountedWord& a, const CountedWord& b) {
    return std::tie(a.folded, a.language) < std::tie(b.folded, b.language);
  });
  WordList list;
  list.deed_count_ = deed_count;
  list.entries_.reserve(words.size());
  for (const auto& word : words) {
    const bool reads_as_folded = word.word.empty() || word.word == word.folded;
    list.entries_.push_back(
        {.text = static_cast<std::uint32_t>(list.texts_.size()),
         .deeds = word.deeds,
         .base_deeds = word.base_deeds,
         .folded_size = static_cast<std::uint8_t>(word.folded.size()),
         .word_size = static_cast<std::uint8_t>(reads_as_folded ? 0 : word.word.size()),
         .language = static_cast<std::uint8_t>(word.language)});
    list.texts_ += word.folded;
    list.texts_ += reads_as_folded ? std::string() : word.word;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    list.entries_[i].first_base = static_cast<std::uint32_t>(list.bases_.size());
    for (const auto& base : words[i].bases) {
      list.add_base(base, list.entries_[i].language);
    }
  }
  return list;
}

void WordList::add_base(std::string_view folded, std::uint8_t language) {
  const Range found = find(folded);
  for (Number number = found.first; number < found.last; ++number) {
    if (entries_[number].language == language) {
      bases_.push_back(number);
    }
  }
}

std::string_view WordList::folded(Number number) const {
  const Entry& entry = entries_[number];
  return std::string_view(texts_).substr(entry.text, entry.folded_size);
}

ListedWord WordList::operator[](Number number) const {
  const Entry& entry = entries_[number];
  const std::string_view texts = texts_;
  const std::string_view folded = texts.substr(entry.text, entry.folded_size);
  return {.folded = folded,
          .word = entry.word_size == 0
                      ? folded
                      : texts.substr(entry.text + entry.folded_size, entry.word_size),
          .language = static_cast<Language>(entry.language),
          .deeds = entry.deeds,
          .base_deeds = entry.base_deeds};
}

std::span<const WordList::Number> WordList::bases(Number number) const {
  const std::size_t first = entries_[number].first_base;
  const std::size_t next =
      number + 1 < entries_.size() ? entries_[number + 1].first_base : bases_.size();
  return std::span(bases_).subspan(first, next - first);
}

std::optional<WordList::Number> WordList::likeliest_base(Number number) const {
  const auto all = bases(number);
  const auto rank = [&](Number base) {
    return std::tuple(entries_[base].base_deeds, entries_[base].deeds, size() - base);
  };
  const auto best = std::max_element(
      all.begin(), all.end(), [&](Number a, Number b) { return rank(a) < rank(b); });
  return best == all.end() ? std::nullopt : std::optional(*best);
}

WordList::Range WordList::find(std::string_view folded) const {
  const auto text_of = [this](const Entry& entry) {
    return std::string_view(texts_).substr(entry.text, entry.folded_size);
  };
  const auto first = std::lower_bound(
      entries_.begin(), entries_.end(), folded, [&](const Entry& entry, std::string_view wanted) {
        return text_of(entry) < wanted;
      });
  auto last = first;
  while (last != entries_.end() && text_of(*last) == folded) {
    ++last;
  }
  return {static_cast<Number>(first - entries_.begin()),
          static_cast<Number>(last - entries_.begin())};
}

std::uint32_t WordList::deeds_with(std::string_view folded) const {
  std::uint32_t most = 0;
  const Range found = find(folded);
  for (Number number = found.first; number < found.last; ++number) {
    most = std::max(most, (*this)[number].frequency());
  }
  return most;
}

WordList::Range WordList::beginning_with(std::string_view prefix) const {
  const auto start_of = [&](const Entry& entry) {
    return std::string_view(texts_).substr(entry.text, entry.folded_size).substr(0, prefix.size());
  };
  const auto first = std::partition_point(
      entries_.begin(), entries_.end(), [&](const Entry& it) { return start_of(it) < prefix; });
  const auto last = std::partition_point(
      first, entries_.end(), [&](const Entry& it) { return start_of(it) == prefix; });
  return {static_cast<Number>(first - entries_.begin()),
          static_cast<Number>(last - entries_.begin())};
}

}  // namespace kiertoon
