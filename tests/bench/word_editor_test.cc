#include "bench/eval/word_editor.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::vector<std::string> kCorpus = {"uusi"};

std::vector<std::string> numbered_words(std::size_t count) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < count; ++i) {
    words.push_back("sana" + std::to_string(i) + "x");
  }
  return words;
}

TEST(WordEditor, EditsTheShareItIsToldTo) {
  const auto words = numbered_words(1'000);
  for (const double share : {0.1, 0.3, 0.5}) {
    const auto edited = WordEditor(kCorpus, 1).edit(words, share);
    const std::set<std::string> kept(edited.begin(), edited.end());
    const auto lost = std::count_if(
        words.begin(), words.end(), [&](const std::string& word) { return !kept.contains(word); });
    // Replaced, left out or inflected anew: three of the five edits.
    EXPECT_NEAR(static_cast<double>(lost) / 1'000, share * 3 / 5, 0.05) << share;
    const auto added = std::count(edited.begin(), edited.end(), "uusi");
    EXPECT_NEAR(static_cast<double>(added) / 1'000, share * 2 / 5, 0.05) << share;
  }
}

TEST(WordEditor, LeavesTheOtherWordsAlone) {
  const auto words = numbered_words(30);
  EXPECT_EQ(WordEditor(kCorpus, 1).edit(words, 0), words);
  EXPECT_THAT(WordEditor(kCorpus, 1).edit({}, 0.5), IsEmpty());
}

TEST(WordEditor, RepeatsItselfWithTheSameSeedOnly) {
  const auto words = numbered_words(100);
  EXPECT_EQ(WordEditor(kCorpus, 7).edit(words, 0.5), WordEditor(kCorpus, 7).edit(words, 0.5));
  EXPECT_NE(WordEditor(kCorpus, 7).edit(words, 0.5), WordEditor(kCorpus, 8).edit(words, 0.5));
}

TEST(WordEditor, GivesAWordAnotherEnding) {
  WordEditor editor(kCorpus, 1);
  const std::set<std::string> talo = {"talossa",
                                      "talosta",
                                      "talolla",
                                      "talolta",
                                      "talolle",
                                      "taloksi",
                                      "talona",
                                      "taloa",
                                      "talon",
                                      "talot"};
  const std::set<std::string> back = {"kylässä",
                                      "kylästä",
                                      "kylällä",
                                      "kylältä",
                                      "kylälle",
                                      "kyläksi",
                                      "kylänä",
                                      "kylää",
                                      "kylän",
                                      "kylät"};
  for (int i = 0; i < 50; ++i) {
    const std::string inflected = editor.reinflect("talossa");
    EXPECT_TRUE(talo.contains(inflected)) << inflected;
    EXPECT_NE(inflected, "talossa");
    const std::string front = editor.reinflect("kylässä");
    EXPECT_TRUE(back.contains(front)) << front;
  }
  EXPECT_THAT(editor.reinflect("sote"), testing::StartsWith("sote"));
  EXPECT_NE(editor.reinflect(""), "");
}

TEST(WordEditor, ChoosesDistinctNumbersInOrder) {
  WordEditor editor(kCorpus, 1);
  const auto chosen = editor.choose(100, 251);
  EXPECT_THAT(chosen, SizeIs(100));
  EXPECT_TRUE(std::is_sorted(chosen.begin(), chosen.end()));
  EXPECT_EQ(std::adjacent_find(chosen.begin(), chosen.end()), chosen.end());
  EXPECT_LT(chosen.back(), 251U);
  EXPECT_THAT(editor.choose(5, 3), ElementsAre(0, 1, 2));
}

}  // namespace
}  // namespace kiertoon
