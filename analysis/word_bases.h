#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/voikko.h"
#include "analysis/word_reading.h"

namespace kiertoon {

// What read_word_bases() asks about words.
class WordKnowledge {
 public:
  virtual ~WordKnowledge() = default;
  WordKnowledge(const WordKnowledge&) = delete;
  WordKnowledge& operator=(const WordKnowledge&) = delete;
  WordKnowledge(WordKnowledge&&) = delete;
  WordKnowledge& operator=(WordKnowledge&&) = delete;

  // The parts to give a base form that is never split (usually none); nullptr when it may be split.
  [[nodiscard]] virtual const std::vector<std::string>* whole_word(std::string_view base) const = 0;

  // Whether `base` is the base form of a word.
  [[nodiscard]] virtual bool is_base_form(std::string_view base) const = 0;

 protected:
  WordKnowledge() = default;
};

// The reading that one of Voikko's analyses amounts to: its base form, the parts of the compound,
// and the roots of what is derived, with suffixes told apart
// ("+päivyst(päivystää)+ys(+ys)+kuorma(kuorma)" -> päivystys from päivystää, kuorma). Of a chain of
// derivations each link that is a word is a root ("vähennetty" -> vähentää, vähetä). Neighbouring
// parts that make a word which is never split stay together ("tekoälyratkaisu" -> tekoäly,
// ratkaisu).
[[nodiscard]] WordReading read_word_bases(const VoikkoAnalysis& analysis,
                                          const WordKnowledge& words);

}  // namespace kiertoon
