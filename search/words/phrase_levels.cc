#include "search/words/phrase_levels.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "search/words/phrase_counter.h"

namespace kiertoon {
namespace {

std::uint64_t pair_key(std::uint32_t first, std::uint32_t last) {
  return (std::uint64_t{first} << 32U) | last;
}

// The finalizer of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators,
// OOPSLA 2014).
std::uint64_t mix(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xBF58'476D'1CE4'E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D0'49BB'1331'11EBU;
  return value ^ (value >> 31U);
}

struct MixHash {
  std::size_t operator()(std::uint64_t key) const { return mix(key); }
};

template <typename Value>
using PairMap = std::unordered_map<std::uint64_t, Value, MixHash>;

// Which pairs may be frequent: most are not, and need no place in a table (Park, Chen, Yu: An
// effective hash-based algorithm for mining association rules, SIGMOD 1995).
class PairFilter {
 public:
  PairFilter(std::size_t pairs, std::uint32_t least)
      : least_(std::min<std::uint32_t>(least, kMost)), counts_(places_for(pairs)) {}

  void add(std::uint64_t key) {
    std::uint8_t& count = counts_[mix(key) & (counts_.size() - 1)];
    count = static_cast<std::uint8_t>(count + (count < kMost ? 1 : 0));
  }
  [[nodiscard]] bool may_be_frequent(std::uint64_t key) const {
    return counts_[mix(key) & (counts_.size() - 1)] >= least_;
  }

 private:
  static constexpr std::uint8_t kMost = 255;

  // A power of two, so that few pairs share a place.
  [[nodiscard]] static std::size_t places_for(std::size_t pairs) {
    std::size_t places = 1024;
    while (places < 2 * pairs) {
      places *= 2;
    }
    return places;
  }

  std::uint32_t least_;
  std::vector<std::uint8_t> counts_;
};

// What each form is a form of.
std::vector<WordList::Number> bases_of(const WordList& list) {
  std::vector<WordList::Number> found(list.size());
  for (WordList::Number number = 0; number < list.size(); ++number) {
    found[number] = list.likeliest_base(number).value_or(number);
  }
  return found;
}

}  // namespace

PhraseLevels::PhraseLevels(const std::vector<std::uint32_t>& words,
                           const WordList& list,
                           std::uint32_t least_deeds)
    : words_(words), least_deeds_(least_deeds) {
  const auto bases = bases_of(list);
  PhraseLevel& level = levels_.emplace_back();
  level.phrases.resize(list.size());
  level.at.assign(words.size(), PhraseLevel::kNone);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint32_t word = words[i] & ~PhraseCounter::kSuspended;
    if (word < bases.size()) {
      level.at[i] = bases[word];
      ++level.phrases[bases[word]].count;
      ++word_count_;
    }
  }
}

// Calls `visit` with each place where two phrases of the last level overlap (or, of single words,
// follow each other), their key, and the number of the deed.
template <typename Visitor>
void PhraseLevels::for_each_pair(Visitor visit) const {
  const auto& at = levels_.back().at;
  std::uint32_t deed = 0;
  for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
    deed += words_[i] == PhraseCounter::kDeedBorder ? 1 : 0;
    if (at[i] != PhraseLevel::kNone && at[i + 1] != PhraseLevel::kNone) {
      visit(i, pair_key(at[i], at[i + 1]), deed);
    }
  }
}

void PhraseLevels::add_level() {
  PairFilter filter(words_.size(), least_deeds_);
  for_each_pair([&](std::size_t, std::uint64_t key, std::uint32_t) { filter.add(key); });
  PairMap<PhraseTally> tallies;
  for_each_pair([&](std::size_t, std::uint64_t key, std::uint32_t deed) {
    if (filter.may_be_frequent(key)) {
      tallies[key].add(deed);
    }
  });
  const auto& at = levels_.back().at;
  PhraseLevel level;
  level.at.assign(words_.size(), PhraseLevel::kNone);
  PairMap<std::uint32_t> numbers;
  for_each_pair([&](std::size_t place, std::uint64_t key, std::uint32_t) {
    const auto tally = tallies.find(key);
    if (tally == tallies.end() || tally->second.deeds < least_deeds_) {
      return;
    }
    const auto [entry, is_new] =
        numbers.try_emplace(key, static_cast<std::uint32_t>(level.phrases.size()));
    if (is_new) {
      level.phrases.push_back(phrase_of(at[place], at[place + 1], tally->second));
    }
    level.at[place] = entry->second;
  });
  levels_.push_back(std::move(level));
}

// The information is the least of the ways to take one word off.
PhraseLevel::Phrase PhraseLevels::phrase_of(std::uint32_t first,
                                            std::uint32_t last,
                                            const PhraseTally& tally) const {
  const auto all = static_cast<double>(word_count_);
  const auto information = [&](std::uint32_t one, std::uint32_t other) {
    const double together = tally.count / all;
    return std::log(together * all / one * all / other) / -std::log(together);
  };
  const auto& below = levels_.back().phrases;
  return {.first = first,
          .last = last,
          .count = tally.count,
          .deeds = tally.deeds,
          .information = std::min(information(below[first].count, last_word_count(last)),
                                  information(first_word_count(first), below[last].count))};
}

std::uint32_t PhraseLevels::first_word_count(std::uint32_t phrase) const {
  for (std::size_t level = levels_.size() - 1; level > 0; --level) {
    phrase = levels_[level].phrases[phrase].first;
  }
  return levels_.front().phrases[phrase].count;
}

std::uint32_t PhraseLevels::last_word_count(std::uint32_t phrase) const {
  for (std::size_t level = levels_.size() - 1; level > 0; --level) {
    phrase = levels_[level].phrases[phrase].last;
  }
  return levels_.front().phrases[phrase].count;
}

}  // namespace kiertoon
