#include "search/words/near_words.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/words/spelling.h"

namespace kiertoon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

WordList list_of(const std::vector<std::string>& words) {
  std::vector<CountedWord> counted;
  for (const auto& word : words) {
    counted.push_back({.folded = word, .word = word, .deeds = 1});
  }
  return WordList::of(counted, 1);
}

std::vector<std::string> texts(const WordList& list, std::vector<NearWord> found) {
  std::sort(found.begin(), found.end(), [](const NearWord& a, const NearWord& b) {
    return std::tie(a.cost, a.number) < std::tie(b.cost, b.number);
  });
  std::vector<std::string> words;
  for (const auto& word : found) {
    words.emplace_back(list.folded(word.number));
  }
  return words;
}

TEST(NearWords, AreFoundByTheirSkeleton) {
  const auto list =
      list_of({"työhyvinvointi", "kehittäminen", "kehitäminen", "kehitys", "saa", "sää"});
  const NearWords near(list);
  EXPECT_THAT(texts(list, near.with_skeleton_of("tyohyvinvointi")), ElementsAre("työhyvinvointi"));
  EXPECT_THAT(texts(list, near.with_skeleton_of("kehitaminen")),
              ElementsAre("kehitäminen", "kehittäminen"));
  EXPECT_THAT(texts(list, near.with_skeleton_of("saa")), ElementsAre("saa", "sää"));
  EXPECT_THAT(near.with_skeleton_of("tyohyvinvoint"), IsEmpty());
}

TEST(NearWords, AreFoundWithinACost) {
  const auto list = list_of({"hoitaja", "hoitajat", "hoidettava", "sairaanhoitaja"});
  const NearWords near(list);
  EXPECT_THAT(texts(list, near.within("hoitja", SpellingCosts::kEdit)), ElementsAre("hoitaja"));
  EXPECT_THAT(texts(list, near.within("hoitsja", SpellingCosts::kEdit)), ElementsAre("hoitaja"));
  EXPECT_THAT(texts(list, near.within("sairaanhiotja", 20)), ElementsAre("sairaanhoitaja"));
  EXPECT_THAT(near.within("xyzzy", 20), IsEmpty());
  EXPECT_THAT(near.within("", 20), IsEmpty());
}

TEST(NearWords, AreFoundAfterASwapAnywhere) {
  const auto list = list_of({"hoitaja", "perehdytys", "asunto"});
  const NearWords near(list);
  for (const std::string word : {"hoitaja", "perehdytys", "asunto"}) {
    for (std::size_t i = 1; i < word.size(); ++i) {
      std::string typed = word;
      std::swap(typed[i - 1], typed[i]);
      EXPECT_THAT(texts(list, near.within(typed, 11)), ElementsAre(word)) << typed;
    }
  }
}

TEST(NearWords, OfNoListAreNone) {
  EXPECT_THAT(NearWords().within("hoitaja", 20), IsEmpty());
  EXPECT_THAT(NearWords().with_skeleton_of("hoitaja"), IsEmpty());
  const WordList empty;
  EXPECT_THAT(NearWords(empty).within("hoitaja", 20), IsEmpty());
}

// Every word with one letter changed, dropped or added is found again, wherever the error is.
TEST(NearWords, AreFoundAgainAfterAnyOneError) {
  std::mt19937_64 random(7);
  constexpr std::string_view kLetters = "aeiouklmnprstv";
  std::vector<std::string> words;
  for (std::size_t i = 0; i < 300; ++i) {
    std::string word;
    for (std::size_t length = 4 + i % 14; word.size() < length;) {
      const char letter = kLetters[random() % kLetters.size()];
      word += word.ends_with(letter) ? std::string() : std::string(1, letter);
    }
    words.push_back(std::move(word));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  const auto list = list_of(words);
  const NearWords near(list);
  for (const auto& word : words) {
    for (std::size_t i = 0; i < word.size(); ++i) {
      for (const std::string& typed : {word.substr(0, i) + "z" + word.substr(i + 1),
                                       word.substr(0, i) + word.substr(i + 1),
                                       word.substr(0, i) + "z" + word.substr(i)}) {
        const auto found = texts(list, near.within(typed, 14));
        EXPECT_NE(std::find(found.begin(), found.end(), word), found.end()) << typed << " " << word;
      }
    }
  }
}

}  // namespace
}  // namespace kiertoon
