#include "search/words/corrector.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analysis/test_analyzer.h"

namespace kiertoon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class FakeTerms final : public IndexTerms {
 public:
  explicit FakeTerms(std::set<std::string> terms) : terms_(std::move(terms)) {}
  [[nodiscard]] bool has(const std::string& term) const override { return terms_.contains(term); }

 private:
  std::set<std::string> terms_;
};

WordList example_words() {
  const std::vector<std::pair<std::string, std::uint32_t>> frequencies{{"hoitaja", 900},
                                                                       {"hoidettava", 3},
                                                                       {"työhyvinvointi", 40},
                                                                       {"kehittäminen", 70},
                                                                       {"malli", 50},
                                                                       {"mallia", 20},
                                                                       {"perehdytys", 30},
                                                                       {"sijaisten", 9},
                                                                       {"esihenkilö", 5},
                                                                       {"kirjasto", 8},
                                                                       {"kirjasta", 400}};
  std::vector<CountedWord> words;
  for (const auto& [word, deeds] : frequencies) {
    words.push_back({.folded = word, .word = word, .deeds = deeds, .base_deeds = deeds});
  }
  words.push_back({.folded = "liminka", .word = "Liminka", .deeds = 4, .base_deeds = 4});
  return WordList::of(words, 1000);
}

class CorrectorTest : public ::testing::Test {
 protected:
  // "typed -> right", with "?" where it is doubtful and "??" where it may only be offered.
  std::vector<std::string> corrections(std::string_view text) {
    std::vector<std::string> found;
    for (const auto& it : corrector_.correct(text)) {
      const std::string mark = it.trust == Trust::kSure       ? ""
                               : it.trust == Trust::kDoubtful ? "?"
                                                              : "??";
      found.push_back(std::string(text.substr(it.start, it.end - it.start)) + " -> " + it.to +
                      mark);
    }
    return found;
  }

  SpellingIndex spelling_{example_words()};
  KnownWords names_;
  FakeTerms terms_{{"p:sairaala", "p:työ", "p:hyvinvointi"}};
  Corrector corrector_{spelling_, names_, terms_, test_analyzer()};
};

TEST_F(CorrectorTest, PutsDotsAndDoubleLettersRight) {
  EXPECT_THAT(corrections("tyohyvinvointi"), ElementsAre("tyohyvinvointi -> työhyvinvointi"));
  EXPECT_THAT(corrections("kehitaminen"), ElementsAre("kehitaminen -> kehittäminen"));
}

TEST_F(CorrectorTest, FindsFormsThatNoDeedHas) {
  EXPECT_THAT(corrections("tyohyvinvoinnista"),
              ElementsAre("tyohyvinvoinnista -> työhyvinvoinnista"));
}

TEST_F(CorrectorTest, ForgivesAnErrorInAWordAndInSomeOfItsForms) {
  EXPECT_THAT(corrections("hoitja"), ElementsAre("hoitja -> hoitaja"));
  EXPECT_THAT(corrections("perehdyyts"), ElementsAre("perehdyyts -> perehdytys"));
  EXPECT_THAT(corrections("esihenklö"), ElementsAre("esihenklö -> esihenkilö"));
}

TEST_F(CorrectorTest, DoubtsTwoErrors) {
  EXPECT_THAT(corrections("perehdvtvs"), ElementsAre("perehdvtvs -> perehdytys?"));
}

TEST_F(CorrectorTest, TakesWordsApartAndPutsThemTogether) {
  EXPECT_THAT(corrections("sijaistenqperehdytys"), IsEmpty());
  EXPECT_THAT(corrections("perehd ytys malli"), ElementsAre("perehd ytys -> perehdytys"));
  EXPECT_THAT(corrections("perehd, ytys"), IsEmpty());
}

TEST_F(CorrectorTest, OnlyOffersToChangeAWordOfTheLanguage) {
  EXPECT_THAT(corrections("kirjaston"), IsEmpty()) << "a form of a word that deeds have";
  EXPECT_THAT(corrections("mallin"), IsEmpty());
  EXPECT_THAT(corrections("hoitava"), testing::Each(testing::EndsWith("??")));
}

TEST_F(CorrectorTest, LeavesAloneWhatTheIndexMeets) {
  EXPECT_THAT(corrections("hoitajan keskussairaala"), IsEmpty());
  EXPECT_THAT(corrections("hoitajq2 2021 ja on x"), IsEmpty());
}

TEST_F(CorrectorTest, KeepsCapitals) {
  EXPECT_THAT(corrections("Hoitja limnka"), ElementsAre("Hoitja -> Hoitaja", "limnka -> Liminka"));
}

TEST_F(CorrectorTest, LeavesNamesOfTheVocabularyAlone) {
  KnownWords names;
  names.add("Hoitjan kaupunki");
  names.add("Koski-Hoitja");
  Corrector corrector(spelling_, names, terms_, test_analyzer());
  EXPECT_THAT(corrector.correct("hoitjan hoitja"), IsEmpty());
}

TEST_F(CorrectorTest, GivesUpOnATextOfUnknownWords) {
  std::string text;
  for (int i = 0; i < 11; ++i) {
    text += "hoitja ";
  }
  EXPECT_THAT(corrections(text), IsEmpty());
  EXPECT_EQ(corrections(text.substr(7)).size(), 10U);
}

TEST_F(CorrectorTest, JoinsKnownWordsWhenAskedTo) {
  EXPECT_THAT(corrector_.correct("työ hyvinvointi"), IsEmpty());
  const auto joined = corrector_.join_words("työ hyvinvointi, malli");
  ASSERT_EQ(joined.size(), 1U);
  EXPECT_EQ(corrected_text("työ hyvinvointi, malli", joined), "työhyvinvointi, malli");
}

TEST(CorrectedText, KeepsTheRest) {
  EXPECT_EQ(corrected_text("a \"b\" c", {}), "a \"b\" c");
  EXPECT_EQ(corrected_text("a \"b\" c",
                           {{.start = 0, .end = 1, .to = "xx"}, {.start = 3, .end = 4, .to = ""}}),
            "xx \"\" c");
}

}  // namespace
}  // namespace kiertoon
