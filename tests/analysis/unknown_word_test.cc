#include "analysis/unknown_word.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "tests/analysis/golden_file.h"

namespace kiertoon {
namespace {

const std::string kGolden =
    std::string(KIERTOON_SOURCE_DIR) + "/tests/golden/analysis/unknown.fi.txt";

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) {
    text += (text.empty() ? "" : ", ") + word;
  }
  return text;
}

bool share_candidate(std::string_view first, std::string_view second) {
  const auto a = guess_base_forms(first);
  const auto b = guess_base_forms(second);
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

TEST(UnknownWord, HasTheCandidatesOfTheGoldenFile) {
  const auto words = testing::read_golden_words(kGolden);
  ASSERT_GE(words.size(), 50U);
  for (const auto& word : words) {
    EXPECT_EQ(joined(guess_base_forms(word.form)), joined(word.base_forms))
        << "unknown.fi.txt:" << word.line << ": " << word.form;
  }
}

TEST(UnknownWord, IsItsOwnFirstCandidateAndEachCandidateStandsOnce) {
  for (const auto& word : testing::read_golden_words(kGolden)) {
    auto candidates = guess_base_forms(word.form);
    ASSERT_FALSE(candidates.empty()) << word.form;
    EXPECT_EQ(candidates.front(), word.form);
    std::sort(candidates.begin(), candidates.end());
    EXPECT_EQ(std::adjacent_find(candidates.begin(), candidates.end()), candidates.end());
  }
}

TEST(UnknownWord, MeetsItsOtherForms) {
  const std::vector<std::string> forms{
      "duunarin", "duunaria", "duunarissa", "duunarit", "duunareita", "duunareille", "duunareiden"};
  for (const auto& form : forms) {
    EXPECT_TRUE(share_candidate(form, "duunari")) << form;
  }
}

TEST(UnknownWord, DoesNotMeetAnotherWord) {
  EXPECT_FALSE(share_candidate("soitessa", "soittaa"));
  EXPECT_FALSE(share_candidate("teamsin", "tiimin"));
  EXPECT_FALSE(share_candidate("vibat", "vibrat"));
}

TEST(UnknownWord, LeavesThreeCharactersAtLeast) {
  for (const std::string word : {"aan", "iin", "ssa", "nin", "hän", "öön", "ään"}) {
    EXPECT_EQ(guess_base_forms(word), (std::vector<std::string>{word}));
  }
}

TEST(UnknownWord, TakesAnyBytes) {
  EXPECT_TRUE(guess_base_forms("").empty());
  for (const std::string word : {"\xFF\xFE\xFDssa", "\xC3", "\xC3ssa", "ä", "\xA4ssa"}) {
    EXPECT_FALSE(guess_base_forms(word).empty());
  }
  for (const auto& candidate : guess_base_forms("työää" + std::string(10'000, 'a') + "ssa")) {
    EXPECT_TRUE(is_valid_utf8(candidate));
  }
}

}  // namespace
}  // namespace kiertoon
