#include "search/words/word_list.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <limits>
#include <tuple>

namespace kiertoon {
namespace {

static_assert(WordList::kLongestWord <= std::numeric_limits<std::uint8_t>::max());

constexpr auto kNotListed = std::numeric_limits<WordList::Number>::max();

bool has_letter(std::string_view folded) {
  return std::any_of(folded.begin(), folded.end(), [](unsigned char c) {
    return c >= 0x80 || std::isalpha(c) != 0;
  });
}

bool can_be_listed(const CountedWord& word) {
  return has_letter(word.folded) && word.folded.size() <= WordList::kLongestWord &&
         word.word.size() <= WordList::kLongestWord;
}

// The places of the words that can be listed, in the list's order.
std::vector<std::uint32_t> places_in_order(const std::vector<CountedWord>& words) {
  std::vector<std::uint32_t> places;
  places.reserve(words.size());
  for (std::uint32_t place = 0; place < words.size(); ++place) {
    if (can_be_listed(words[place])) {
      places.push_back(place);
    }
  }
  std::sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(words[a].folded, words[a].language) <
           std::tie(words[b].folded, words[b].language);
  });
  return places;
}

}  // namespace

WordList WordList::of(const std::vector<CountedWord>& words, std::size_t deed_count) {
  const auto places = places_in_order(words);
  std::vector<Number> numbers(words.size(), kNotListed);
  for (std::size_t i = 0; i < places.size(); ++i) {
    numbers[places[i]] = static_cast<Number>(i);
  }
  WordList list;
  list.deed_count_ = deed_count;
  list.entries_.reserve(places.size());
  for (const std::uint32_t place : places) {
    list.add(words[place]);
    const auto first = static_cast<std::ptrdiff_t>(list.bases_.size());
    for (const std::uint32_t base : words[place].bases) {
      if (numbers[base] != kNotListed) {
        list.bases_.push_back(numbers[base]);
      }
    }
    std::sort(list.bases_.begin() + first, list.bases_.end());
  }
  return list;
}

void WordList::add(const CountedWord& word) {
  const bool reads_as_folded = word.word.empty() || word.word == word.folded;
  entries_.push_back(
      {.text = static_cast<std::uint32_t>(texts_.size()),
       .deeds = word.deeds,
       .base_deeds = word.base_deeds,
       .first_base = static_cast<std::uint32_t>(bases_.size()),
       .folded_size = static_cast<std::uint8_t>(word.folded.size()),
       .word_size = static_cast<std::uint8_t>(reads_as_folded ? 0 : word.word.size()),
       .language = static_cast<std::uint8_t>(word.language)});
  texts_ += word.folded;
  if (!reads_as_folded) {
    texts_ += word.word;
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
