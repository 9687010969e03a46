#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "search/words/word_list.h"

namespace kiertoon {

// Occurrences, and the deeds they are in.
struct PhraseTally {
  std::uint32_t count = 0;
  std::uint32_t deeds = 0;
  std::uint32_t last_deed = 0;

  void add(std::uint32_t deed) {
    ++count;
    deeds += last_deed == deed ? 0 : 1;
    last_deed = deed;
  }
};

// The word sequences of one length that recur, each known by the two of the level below that it
// consists of.
struct PhraseLevel {
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  struct Phrase {
    std::uint32_t first = 0;  // all words but the last, of the level below
    std::uint32_t last = 0;   // all but the first
    std::uint32_t count = 0;
    std::uint32_t deeds = 0;
    double information = 1;  // see PhraseRules
  };
  std::vector<Phrase> phrases;
  std::vector<std::uint32_t> at;  // by place of the first word: the number of its phrase, or kNone
};

// Counts the sequences of two and more words, level by level: only what recurs can be part of a
// longer sequence that recurs. `levels()[n - 1]` has those of n words; the first level has the base
// forms of `list`, by their numbers there.
class PhraseLevels {
 public:
  // `words`: numbers of the list, and borders. Both must outlive the levels.
  PhraseLevels(const std::vector<std::uint32_t>& words,
               const WordList& list,
               std::uint32_t least_deeds);

  // Adds a level above the last one.
  void add_level();

  [[nodiscard]] const std::vector<PhraseLevel>& levels() const { return levels_; }

 private:
  template <typename Visitor>
  void for_each_pair(Visitor visit) const;
  [[nodiscard]] PhraseLevel::Phrase phrase_of(std::uint32_t first,
                                              std::uint32_t last,
                                              const PhraseTally& tally) const;
  // How often the first, or the last, word of a phrase of the last level stands anywhere.
  [[nodiscard]] std::uint32_t first_word_count(std::uint32_t phrase) const;
  [[nodiscard]] std::uint32_t last_word_count(std::uint32_t phrase) const;

  const std::vector<std::uint32_t>& words_;
  std::uint32_t least_deeds_;
  std::vector<PhraseLevel> levels_;
  std::size_t word_count_ = 0;
};

}  // namespace kiertoon
