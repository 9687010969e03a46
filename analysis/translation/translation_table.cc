#include "analysis/translation/translation_table.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/text.h"

namespace kiertoon {
namespace {

using Entry = BilingualDictionary::Entry;

// How much of the score is lost with each sense, and with each place within a sense. Mild: senses
// are in no order of frequency.
constexpr double kDecayOfSense = 0.1;
constexpr double kDecayOfRank = 0.2;
// What is in one of the two dictionaries alone is less certain.
constexpr double kScoreOfOneDictionary = 0.8;

// How much less an entry of another part of speech counts than the one that is expected.
constexpr double kWeightOfUnexpected = 0.4;

bool is_content(PartOfSpeech part_of_speech) {
  return part_of_speech == PartOfSpeech::kNoun || part_of_speech == PartOfSpeech::kAdjective ||
         part_of_speech == PartOfSpeech::kVerb;
}

// What a query asks for is named by nouns first.
double weight_of(PartOfSpeech part_of_speech) {
  if (part_of_speech == PartOfSpeech::kNoun) {
    return 1.0;
  }
  return is_content(part_of_speech) ? 0.7 : 0.4;
}

// How sure a translation is, whatever others there are, by the part of speech.
double certainty_of(PartOfSpeech part_of_speech) {
  if (is_content(part_of_speech)) {
    return 1.0;
  }
  if (part_of_speech == PartOfSpeech::kAffix) {
    return 0.2;
  }
  return part_of_speech == PartOfSpeech::kOther ? 0.6 : 0.8;
}

struct Evidence {
  std::string folded;
  std::string_view text;
  PartOfSpeech part_of_speech = PartOfSpeech::kOther;
  double forward = 0;
  double backward = 0;
  double certainty = 0;

  [[nodiscard]] double sum() const { return forward + backward; }
  [[nodiscard]] bool is_in_both() const { return forward > 0 && backward > 0; }
};

// Collects what entries say of one word.
class Collector {
 public:
  explicit Collector(std::optional<PartOfSpeech> expected) : expected_(expected) {}

  void add_forward(const std::vector<Entry>& entries) {
    for (const auto& entry : entries) {
      for (const auto& translation : entry.translations) {
        evidence_for(translation.text, entry).forward += evidence_of(entry, translation);
      }
    }
  }

  // Entries of which a translation is `folded`.
  void add_backward(const std::vector<Entry>& entries, std::string_view folded) {
    for (const auto& entry : entries) {
      for (const auto& translation : entry.translations) {
        if (fold(translation.text) == folded) {
          evidence_for(entry.headword, entry).backward += evidence_of(entry, translation);
        }
      }
    }
  }

  [[nodiscard]] std::vector<ScoredTranslation> scored() const {
    double most = 0;
    for (const auto& one : found_) {
      most = std::max(most, one.sum());
    }
    std::vector<ScoredTranslation> translations;
    for (const auto& one : found_) {
      const double certainty = one.certainty * (one.is_in_both() ? 1 : kScoreOfOneDictionary);
      translations.push_back({.text = std::string(one.text),
                              .score = certainty * one.sum() / most,
                              .part_of_speech = one.part_of_speech});
    }
    std::stable_sort(translations.begin(), translations.end(), [](const auto& a, const auto& b) {
      return a.score > b.score;
    });
    return translations;
  }

 private:
  [[nodiscard]] double weight_of_expected(const Entry& entry) const {
    return !expected_ || *expected_ == entry.part_of_speech ? 1 : kWeightOfUnexpected;
  }

  [[nodiscard]] double evidence_of(const Entry& entry,
                                   const BilingualDictionary::Translation& translation) const {
    return weight_of_expected(entry) * weight_of(entry.part_of_speech) *
           std::sqrt(translation.glosses) /
           ((1 + kDecayOfSense * translation.sense) * (1 + kDecayOfRank * translation.rank));
  }

  Evidence& evidence_for(std::string_view text, const Entry& entry) {
    std::string folded = fold(text);
    auto known = std::find_if(
        found_.begin(), found_.end(), [&](const Evidence& one) { return one.folded == folded; });
    if (known == found_.end()) {
      known = found_.insert(found_.end(), Evidence{.folded = std::move(folded), .text = text});
    }
    const double certainty = weight_of_expected(entry) * certainty_of(entry.part_of_speech);
    if (certainty > known->certainty) {
      known->certainty = certainty;
      known->part_of_speech = entry.part_of_speech;
    }
    return *known;
  }

  std::optional<PartOfSpeech> expected_;
  std::vector<Evidence> found_;
};

}  // namespace

bool TranslationTable::has(std::string_view folded) const {
  return (forward_ != nullptr && forward_->has_headword(folded)) ||
         (backward_ != nullptr && backward_->has_translation(folded));
}

bool TranslationTable::has_content_word(std::string_view folded) const {
  const auto any = [](const std::vector<Entry>& entries) {
    return std::any_of(entries.begin(), entries.end(), [](const Entry& entry) {
      return is_content(entry.part_of_speech);
    });
  };
  return (forward_ != nullptr && any(forward_->entries(folded))) ||
         (backward_ != nullptr && any(backward_->entries_translated_as(folded)));
}

std::vector<ScoredTranslation> TranslationTable::translations(
    std::string_view folded, std::optional<PartOfSpeech> expected) const {
  Collector found(expected);
  if (forward_ != nullptr) {
    found.add_forward(forward_->entries(folded));
  }
  if (backward_ != nullptr) {
    found.add_backward(backward_->entries_translated_as(folded), folded);
  }
  return found.scored();
}

std::vector<std::string_view> TranslationTable::words_of_stem(std::string_view stem) const {
  std::vector<std::string_view> words;
  if (forward_ != nullptr) {
    words = forward_->headwords_of_stem(stem);
  }
  if (backward_ != nullptr) {
    for (const std::string_view word : backward_->translations_of_stem(stem)) {
      if (std::find(words.begin(), words.end(), word) == words.end()) {
        words.push_back(word);
      }
    }
  }
  return words;
}

}  // namespace kiertoon
