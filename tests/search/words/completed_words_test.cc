#include "search/words/completed_words.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/words/word_counter.h"
#include "tests/analysis/test_analyzer.h"

namespace kiertoon {
namespace {

using ::testing::IsSupersetOf;
using ::testing::UnorderedElementsAre;

WordList list_of(const std::vector<std::string>& deeds) {
  std::vector<WordCounter> counters(1);
  for (const auto& text : deeds) {
    counters.front().begin_deed();
    for (const auto& token : test_analyzer().analyze(text, Language::kFinnish)) {
      counters.front().add(token, text, Language::kFinnish, TextKind::kRunning);
    }
  }
  return WordCounter::merge(counters);
}

// What the words of these deeds are completed to.
std::vector<std::string> completed(const std::vector<std::string>& deeds) {
  const WordList words = list_of(deeds);
  std::vector<std::string> texts;
  for (const auto& text : CompletedWords(words, test_analyzer()).texts()) {
    texts.push_back(text.text);
  }
  return texts;
}

// What a form of a list is completed to.
std::string of(const WordList& words, std::string_view folded) {
  return std::string(CompletedWords(words, test_analyzer()).of(words.find(folded).first));
}

TEST(CompletedWords, AreBaseForms) {
  EXPECT_THAT(completed({"kirjastossa ja kirjastoille"}), UnorderedElementsAre("kirjasto"));
  EXPECT_EQ(of(list_of({"kirjastossa"}), "kirjastossa"), "kirjasto");
}

TEST(CompletedWords, AreNotBaseFormsThatNobodyMeans) {
  // "asiakirjojen" could be of "asiakirjo".
  EXPECT_THAT(completed({"vanhojen asiakirjojen", "asiakirjoja"}),
              UnorderedElementsAre("vanha", "asiakirja"));
}

TEST(CompletedWords, AreNounsForWhatIsDone) {
  EXPECT_THAT(completed({"perehdyttämisessä", "perehdyttämisen"}),
              UnorderedElementsAre("perehdyttäminen"));
  EXPECT_THAT(completed({"perehdyttäminen", "hän perehdytti"}),
              IsSupersetOf({"perehdyttäminen", "perehdyttää"}));
  const WordList words = list_of({"perehdyttämisessä", "perehdytämme"});
  EXPECT_EQ(of(words, "perehdyttämisessä"), "perehdyttäminen");
  EXPECT_EQ(of(words, "perehdytämme"), "perehdyttää");
}

TEST(CompletedWords, AreNoVerbsNounsForWordsThatLookAlike) {
  EXPECT_THAT(completed({"toimistossa", "ihmisen ja ihmiset"}),
              UnorderedElementsAre("toimisto", "ihminen"));
}

TEST(CompletedWords, HaveTheDeedsOfTheirForms) {
  const WordList words = list_of({"johtamisessa", "johtamisen", "johtamista", "johtaja"});
  const auto texts = CompletedWords(words, test_analyzer()).texts();
  const auto noun = std::find_if(
      texts.begin(), texts.end(), [](const auto& text) { return text.text == "johtaminen"; });
  ASSERT_NE(noun, texts.end());
  EXPECT_EQ(noun->weight, 3U);
  EXPECT_EQ(noun->tag, static_cast<std::uint32_t>(Language::kFinnish));
}

TEST(CompletedWords, AreNeitherFunctionWordsNorNumbers) {
  EXPECT_THAT(completed({"ja ei 2021 x 4h-kerho että"}), UnorderedElementsAre());
}

}  // namespace
}  // namespace kiertoon
