#include "search/words/word_counter.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "tests/analysis/test_analyzer.h"

namespace kiertoon {
namespace {

class Counting {
 public:
  Counting& deed(const std::vector<std::string>& texts, Language language = Language::kFinnish) {
    counter_.begin_deed();
    for (const auto& text : texts) {
      add(text, language, TextKind::kRunning);
    }
    return *this;
  }

  Counting& name(const std::string& text) {
    add(text, Language::kFinnish, TextKind::kName);
    return *this;
  }

  [[nodiscard]] WordCounter take() { return std::exchange(counter_, {}); }

  [[nodiscard]] WordList list() {
    std::vector<WordCounter> counters;
    counters.push_back(take());
    return WordCounter::merge(counters);
  }

 private:
  void add(const std::string& text, Language language, TextKind kind) {
    for (const auto& token : test_analyzer().analyze(text, language)) {
      counter_.add(token, text, language, kind);
    }
  }

  WordCounter counter_;
};

// "Limingan 2/0": how it is written, deeds with the form, deeds with the base form.
std::string entry(const WordList& list, std::string_view folded) {
  const auto found = list.find(folded);
  if (found.empty()) {
    return "none";
  }
  const ListedWord word = list[found.first];
  return std::string(word.word) + " " + std::to_string(word.deeds) + "/" +
         std::to_string(word.base_deeds);
}

TEST(WordCounter, CountsEachDeedOnceForAFormAndItsBaseForm) {
  const auto list = Counting()
                        .deed({"Kotihoidossa autetaan. kotihoidossa", "Me kotihoidossa"})
                        .deed({"ja kotihoidon väki, kotihoidossa"})
                        .deed({"vain kotihoitoa"})
                        .list();
  EXPECT_EQ(list.deed_count(), 3U);
  EXPECT_EQ(entry(list, "kotihoidossa"), "kotihoidossa 2/0");
  EXPECT_EQ(entry(list, "kotihoidon"), "kotihoidon 1/0");
  EXPECT_EQ(entry(list, "kotihoito"), "kotihoito 0/3");
  EXPECT_EQ(entry(list, "kotihoidolla"), "none");
}

TEST(WordCounter, WritesNamesAndAbbreviationsInCapitalsAndOthersInLowerCase) {
  const auto list = Counting()
                        .deed({"Perehdytys Limingan kunnassa. Perehdytimme HUS:n väkeä."})
                        .deed({"Perehdytys oli Limingan ajatus, ja HUS auttoi. Soteni"})
                        .deed({"TYÖHYVINVOINTI", "Tämä perehdytys, se työhyvinvointi!"})
                        .list();
  EXPECT_EQ(entry(list, "limingan"), "Limingan 2/0");
  EXPECT_EQ(entry(list, "liminka"), "Liminka 0/2");
  EXPECT_EQ(entry(list, "perehdytys").substr(0, 10), "perehdytys");
  EXPECT_EQ(entry(list, "perehdytimme"), "perehdytimme 1/0");
  EXPECT_EQ(entry(list, "työhyvinvointi"), "työhyvinvointi 1/1");
  EXPECT_EQ(entry(list, "hus"), "HUS 1/2");
}

TEST(WordCounter, TrustsTheCapitalsOfNames) {
  const auto list = Counting().deed({}).name("Kempeleen kunta").list();
  EXPECT_EQ(entry(list, "kempeleen"), "Kempeleen 1/0");
  EXPECT_EQ(entry(list, "kempele"), "Kempele 0/1");
  EXPECT_EQ(entry(Counting().deed({"Kempeleen kunta"}).list(), "kempeleen"), "kempeleen 1/0");
}

TEST(WordCounter, CountsSwedishAndEnglishWordsAsTheyAre) {
  const auto list = Counting()
                        .deed({"Vi stöder arbetshälsan."}, Language::kSwedish)
                        .deed({"We support on-call work."}, Language::kEnglish)
                        .list();
  const auto found = list.find("arbetshälsan");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(list[found.first].language, Language::kSwedish);
  EXPECT_TRUE(list.bases(found.first).empty());
  EXPECT_EQ(entry(list, "support"), "support 1/0");
}

TEST(WordCounter, LeavesOutWhatHasNoLetters) {
  const auto list = Counting().deed({"2021 50 % 3,5 kpl"}).list();
  EXPECT_EQ(entry(list, "2021"), "none");
  EXPECT_EQ(entry(list, "kpl").substr(0, 3), "kpl");
}

TEST(WordCounter, AddsWhatSeveralThreadsCounted) {
  std::vector<WordCounter> counters;
  counters.push_back(Counting().deed({"Tämä kotihoito"}).deed({"kotihoitoa"}).take());
  counters.push_back(Counting().deed({"se Kotihoito, kotihoidon"}).take());
  counters.push_back(Counting().take());
  const auto list = WordCounter::merge(counters);
  EXPECT_EQ(list.deed_count(), 3U);
  EXPECT_EQ(entry(list, "kotihoito"), "kotihoito 2/3");
}

TEST(WordCounter, GivesBaseFormsTheInnerCapitalsOfTheirForms) {
  EXPECT_EQ(entry(Counting().deed({"Asumme Kanta-Hämeessä"}).list(), "kanta-häme"),
            "Kanta-Häme 0/1");
  EXPECT_EQ(entry(Counting().deed({"kysyttiin Teams-kokouksessa"}).list(), "teams-kokous"),
            "Teams-kokous 0/1");
}

}  // namespace
}  // namespace kiertoon
