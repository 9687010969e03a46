#include "bench/eval/made_up_deeds.h"

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/tsv.h"

namespace kiertoon {
namespace {

constexpr std::size_t kFewestWords = 80;
constexpr std::size_t kMostWords = 250;
constexpr std::size_t kShortestPassage = 15;
constexpr std::size_t kLongestPassage = 50;
constexpr std::size_t kTitleWords = 6;
constexpr int kFirstYear = 2015;
constexpr std::size_t kYears = 11;
constexpr std::size_t kMonths = 12;
constexpr std::size_t kDays = 28;

class DeedMaker {
 public:
  DeedMaker(const std::vector<Document>& documents,
            const Vocabulary& vocabulary,
            std::uint64_t seed)
      : vocabulary_(vocabulary), random_(seed) {
    for (const auto& document : documents) {
      if (auto words = split_words(document.title + ' ' + document.text); !words.empty()) {
        texts_.push_back(std::move(words));
      }
    }
  }

  [[nodiscard]] Deed make(std::size_t number) {
    Deed deed;
    deed.id = fmt::format("made-up-{:07}", number);
    deed.language = Language::kFinnish;
    deed.title = passage(kTitleWords);
    std::size_t words = kFewestWords + draw(kMostWords - kFewestWords);
    std::string text;
    while (words > 0) {
      const std::size_t length =
          std::min(words, kShortestPassage + draw(kLongestPassage - kShortestPassage));
      text += (text.empty() ? "" : ". ") + passage(length);
      words -= length;
    }
    deed.sections.push_back({.kind = SectionKind::kOther, .text = std::move(text)});
    const auto& organisation = one_of(vocabulary_.organisations());
    deed.organisations.push_back({.name = organisation.label.fi,
                                  .type = organisation.type,
                                  .role = OrganisationRole::kLead});
    deed.themes.push_back(one_of(vocabulary_.themes()).slug);
    deed.published = std::chrono::year(kFirstYear + static_cast<int>(draw(kYears))) /
                     static_cast<int>(1 + draw(kMonths)) / static_cast<int>(1 + draw(kDays));
    return deed;
  }

 private:
  // A number below `below`. Not by a distribution of the library, whose numbers differ between
  // implementations.
  [[nodiscard]] std::size_t draw(std::size_t below) { return random_() % below; }

  template <typename Item>
  [[nodiscard]] const Item& one_of(const std::vector<Item>& items) {
    return items[draw(items.size())];
  }

  // So many words that follow each other in one text, or all of a shorter one.
  [[nodiscard]] std::string passage(std::size_t length) {
    const auto& text = one_of(texts_);
    const std::size_t begin = text.size() > length ? draw(text.size() - length) : 0;
    std::string passage;
    for (std::size_t i = begin; i < std::min(begin + length, text.size()); ++i) {
      passage += (passage.empty() ? "" : " ") + text[i];
    }
    return passage;
  }

  const Vocabulary& vocabulary_;
  std::mt19937_64 random_;
  std::vector<std::vector<std::string>> texts_;
};

}  // namespace

std::vector<Deed> make_up_deeds(const std::vector<Document>& documents,
                                const Vocabulary& vocabulary,
                                std::size_t count,
                                std::uint64_t seed) {
  DeedMaker maker(documents, vocabulary, seed);
  std::vector<Deed> deeds;
  deeds.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    deeds.push_back(maker.make(i));
  }
  return deeds;
}

}  // namespace kiertoon
