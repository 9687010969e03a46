#include "search/words/phrase_finder.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/words/completions_builder.h"
#include "tests/analysis/test_analyzer.h"

namespace kiertoon {
namespace {

// Phrase -> deeds, in texts that are a deed each.
std::map<std::string, std::size_t> phrases_of(const std::vector<std::string>& texts,
                                              Language language = Language::kFinnish) {
  auto& analyzer = test_analyzer();
  WordCounter words;
  PhraseCounter phrases;
  for (const auto& text : texts) {
    words.begin_deed();
    phrases.begin_deed();
    phrases.begin_text();
    for (const auto& token : analyzer.analyze(text, language)) {
      phrases.add(token, text, words.add(token, text, language, TextKind::kRunning));
    }
  }
  PhraseSequence sequence;
  sequence.add(std::move(phrases), words.names());
  std::vector<WordCounter> counters;
  counters.push_back(std::move(words));
  const WordList list = WordCounter::merge(counters);
  std::map<std::string, std::size_t> found;
  const PhraseWords single_words{
      .may_end =
          [&](auto word, auto of) {
            return !analyzer.is_stop_word(word, of) && !analyzer.is_verb(word, of);
          },
      .is_telling = [&](auto word, auto of) { return analyzer.is_telling(word, of); }};
  for (const auto& phrase : find_phrases(sequence.in(list).words, list, single_words)) {
    found.emplace(phrase.text, phrase.deeds.size());
  }
  return found;
}

using Phrases = std::map<std::string, std::size_t>;

TEST(PhraseFinder, FindsWordsThatRecurTogetherInAnyForm) {
  EXPECT_EQ(phrases_of({"Otimme varhaisen tuen mallin käyttöön koulussa.",
                        "Varhaisen tuen mallista kerrottiin keittiössä.",
                        "Meillä on varhaisen tuen malli.",
                        "Kaupungissa toimii varhaisen tuen malli."}),
            (Phrases{{"varhaisen tuen malli", 4}}));
}

TEST(PhraseFinder, CountsADeedOnce) {
  EXPECT_EQ(phrases_of({"Päivystyksen apteekki. Päivystyksen apteekki.", "Päivystyksen apteekki."}),
            Phrases());
}

TEST(PhraseFinder, PhrasesCrossNoBorder) {
  EXPECT_EQ(
      phrases_of({"apteekki. Koulu", "apteekki, koulu", "apteekki (koulu)", "apteekki\n\nkoulu"}),
      Phrases());
  EXPECT_EQ(phrases_of({"apteekki", "koulu", "apteekki", "koulu", "apteekki", "koulu"}), Phrases());
}

TEST(PhraseFinder, PhrasesNeitherBeginNorEndWithAStopWord) {
  EXPECT_EQ(phrases_of({"koulun ja apteekin", "koulun ja apteekin", "koulun ja apteekin"}),
            (Phrases{{"koulun ja apteekin", 3}}));
  EXPECT_EQ(phrases_of({"koulun ja", "koulun ja", "koulun ja", "ja koulun"}), Phrases());
}

TEST(PhraseFinder, PhrasesNeitherBeginNorEndWithAVerb) {
  EXPECT_EQ(phrases_of({"apteekki muutti kaupunkiin", "apteekki muutti", "apteekki muutti"}),
            Phrases());
}

TEST(PhraseFinder, OneWordOfAPhraseTellsSomething) {
  EXPECT_EQ(phrases_of({"uusi malli", "uusi malli", "uusi malli"}), Phrases());
}

TEST(PhraseFinder, KeepsTheHyphenOfAWordThatIsLeftHalf) {
  EXPECT_EQ(phrases_of({"sosiaali- ja terveyspalvelut paranivat",
                        "uudet sosiaali- ja terveyspalvelut",
                        "kaikki sosiaali- ja terveyspalvelut"}),
            (Phrases{{"sosiaali- ja terveyspalvelut", 3}}));
}

TEST(PhraseFinder, KeepsCapitalsOfNamesAlone) {
  EXPECT_EQ(phrases_of({"Uusi Microsoft Teams auttoi.",
                        "Microsoft Teams otettiin käyttöön.",
                        "Avasimme Microsoft Teams -kanavan."}),
            (Phrases{{"Microsoft Teams", 3}}));
}

TEST(PhraseFinder, FindsEnglishPhrases) {
  EXPECT_EQ(phrases_of({"about early childhood education here",
                        "in early childhood education",
                        "early childhood education matters"},
                       Language::kEnglish),
            (Phrases{{"early childhood education", 3}}));
}

TEST(PhraseFinder, FindsNothingInNothing) {
  EXPECT_EQ(phrases_of({}), Phrases());
  EXPECT_EQ(phrases_of({"", "a", "1 2 3", "1 2 3", "1 2 3"}), Phrases());
}

// "uusi" stands before everything, and tells nothing about what follows.
TEST(PhraseFinder, LeavesWordsOutThatMeetByChance) {
  std::vector<std::string> texts;
  for (const auto* one : {"apteekki", "koulu", "keittiö", "metsä", "kirjasto", "satama"}) {
    for (const auto* other : {"apteekki", "koulu", "keittiö", "metsä", "kirjasto", "satama"}) {
      texts.push_back(std::string(one) + " " + other);
      texts.push_back(std::string(one) + " " + other);
      texts.push_back(std::string(one) + " " + other);
    }
  }
  EXPECT_EQ(phrases_of(texts), Phrases());
}

}  // namespace
}  // namespace kiertoon
