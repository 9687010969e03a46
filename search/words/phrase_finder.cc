#include "search/words/phrase_finder.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <tuple>
#include <utility>

#include "search/words/phrase_counter.h"
#include "search/words/phrase_levels.h"

namespace kiertoon {
namespace {

constexpr std::size_t kLongestPhrase = 4;
constexpr std::uint32_t kLeastShare = 5;  // a fifth of the occurrences

// A form in which a phrase is written.
struct Writing {
  std::size_t place = 0;  // where it stands first
  PhraseTally tally;
};

class Finder {
 public:
  Finder(const std::vector<std::uint32_t>& words,
         const WordList& list,
         const PhraseWords& single_words,
         const PhraseRules& rules)
      : words_(words),
        list_(list),
        single_words_(single_words),
        rules_(rules),
        counted_(words, list, rules.least_deeds) {}

  [[nodiscard]] std::vector<FoundPhrase> find() {
    for (std::size_t length = 2; length <= kLongestPhrase; ++length) {
      counted_.add_level();
    }
    for (const auto& level : counted_.levels()) {
      within_.emplace_back(level.phrases.size());
    }
    for (std::size_t length = kLongestPhrase; length >= 2; --length) {
      find_of(length);
    }
    return std::move(found_);
  }

 private:
  // Adds the phrases of a length; those that are longer have been added before.
  void find_of(std::size_t length) {
    const auto& phrases = counted_.levels()[length - 1].phrases;
    const auto writings = writings_of(length);
    std::vector<std::optional<std::size_t>> number_in_found(phrases.size());
    for (std::uint32_t i = 0; i < phrases.size(); ++i) {
      const Writing* writing = best_writing(writings[i], length);
      if (writing == nullptr || !is_independent(phrases[i], within_[length - 1][i])) {
        continue;
      }
      number_in_found[i] = found_.size();
      found_.push_back({.text = text_at(writing->place, length),
                        .language = list_[word_at(writing->place)].language,
                        .deeds = {}});
      note_parts(phrases[i], length - 1, phrases[i].count);
    }
    note_deeds(counted_.levels()[length - 1], number_in_found);
  }

  // Adds the deeds of the phrases that were found on a level.
  void note_deeds(const PhraseLevel& level,
                  const std::vector<std::optional<std::size_t>>& number_in_found) {
    std::uint32_t deed = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      deed += words_[i] == PhraseCounter::kDeedBorder ? 1 : 0;
      if (level.at[i] == PhraseLevel::kNone || !number_in_found[level.at[i]]) {
        continue;
      }
      auto& deeds = found_[*number_in_found[level.at[i]]].deeds;
      if (deeds.empty() || deeds.back() != deed) {
        deeds.push_back(deed);
      }
    }
  }

  // A share of what is left of its occurrences without those within the longer phrase that holds
  // it most often.
  [[nodiscard]] bool is_independent(const PhraseLevel::Phrase& phrase, std::uint32_t within) const {
    return phrase.count >= within + std::max(rules_.least_deeds, phrase.count / kLeastShare);
  }

  // The two parts of a phrase, of the level `length - 1`, and theirs.
  void note_parts(const PhraseLevel::Phrase& phrase, std::size_t length, std::uint32_t count) {
    if (length < 2) {
      return;
    }
    for (const std::uint32_t part : {phrase.first, phrase.last}) {
      std::uint32_t& within = within_[length - 1][part];
      within = std::max(within, count);
      note_parts(counted_.levels()[length - 1].phrases[part], length - 1, count);
    }
  }

  // How each phrase that tells enough is written.
  [[nodiscard]] std::vector<std::vector<Writing>> writings_of(std::size_t length) const {
    const PhraseLevel& level = counted_.levels()[length - 1];
    std::vector<std::vector<Writing>> writings(level.phrases.size());
    std::uint32_t deed = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      deed += words_[i] == PhraseCounter::kDeedBorder ? 1 : 0;
      const std::uint32_t phrase = level.at[i];
      if (phrase == PhraseLevel::kNone ||
          level.phrases[phrase].information < rules_.least_information) {
        continue;
      }
      auto& known = writings[phrase];
      const auto* begin = words_.data() + i;
      const auto same = std::find_if(known.begin(), known.end(), [&](const Writing& it) {
        return std::equal(begin, begin + length, words_.data() + it.place);
      });
      if (same == known.end()) {
        known.push_back({.place = i, .tally = {}});
        known.back().tally.add(deed);
      } else {
        same->tally.add(deed);
      }
    }
    return writings;
  }

  // The last word in its base form reads best, where at least two deeds write it so; otherwise what
  // most deeds write. Null when none reads well.
  [[nodiscard]] const Writing* best_writing(const std::vector<Writing>& writings,
                                            std::size_t length) const {
    const auto rank = [&](const Writing& writing) {
      const std::size_t last = writing.place + length - 1;
      const bool ends_in_base = counted_.levels().front().at[last] == word_at(last);
      return std::tuple(ends_in_base && writing.tally.deeds > 1, writing.tally.deeds);
    };
    const Writing* best = nullptr;
    for (const Writing& writing : writings) {
      if (reads_well(writing, length) && (best == nullptr || rank(writing) > rank(*best))) {
        best = &writing;
      }
    }
    return best;
  }

  [[nodiscard]] bool reads_well(const Writing& writing, std::size_t length) const {
    const std::size_t last = writing.place + length - 1;
    return (words_[last] & PhraseCounter::kSuspended) == 0 && tells_enough(writing.place, length) &&
           may_end(writing.place) && may_end(last);
  }

  [[nodiscard]] bool tells_enough(std::size_t begin, std::size_t length) const {
    if (is_telling(begin) && is_telling(begin + length - 1)) {
      return true;
    }
    const PhraseLevel& level = counted_.levels()[length - 1];
    bool has_telling_word = false;
    for (std::size_t place = begin; place < begin + length; ++place) {
      has_telling_word = has_telling_word || is_telling(place);
    }
    return has_telling_word &&
           level.phrases[level.at[begin]].information >= rules_.least_information_at_weak_end;
  }

  [[nodiscard]] bool may_end(std::size_t place) const {
    const ListedWord word = list_[word_at(place)];
    return single_words_.may_end(word.word, word.language);
  }

  [[nodiscard]] bool is_telling(std::size_t place) const {
    const ListedWord word = list_[word_at(place)];
    return single_words_.is_telling(word.word, word.language);
  }

  [[nodiscard]] WordList::Number word_at(std::size_t place) const {
    return words_[place] & ~PhraseCounter::kSuspended;
  }

  [[nodiscard]] std::string text_at(std::size_t place, std::size_t length) const {
    std::string text;
    for (std::size_t i = place; i < place + length; ++i) {
      text += i == place ? "" : " ";
      text += list_[word_at(i)].word;
      text += (words_[i] & PhraseCounter::kSuspended) != 0 ? "-" : "";
    }
    return text;
  }

  const std::vector<std::uint32_t>& words_;
  const WordList& list_;
  const PhraseWords& single_words_;
  const PhraseRules& rules_;
  PhraseLevels counted_;
  // Occurrences within the longer phrase that has most, by length - 1, then by phrase.
  std::vector<std::vector<std::uint32_t>> within_;
  std::vector<FoundPhrase> found_;
};

}  // namespace

std::vector<FoundPhrase> find_phrases(const std::vector<std::uint32_t>& words,
                                      const WordList& list,
                                      const PhraseWords& single_words,
                                      const PhraseRules& rules) {
  return Finder(words, list, single_words, rules).find();
}

}  // namespace kiertoon
