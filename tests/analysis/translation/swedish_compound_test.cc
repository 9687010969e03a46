#include "analysis/translation/swedish_compound.h"

#include <set>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

bool is_part(std::string_view word) {
  static const std::set<std::string, std::less<>> words{
      "arbete", "hälsa",  "skola", "mat",  "kvinna", "läkare",  "utbildning", "barn",
      "träd",   "gård",   "hus",   "vård", "hem",    "person",  "personal",   "möte",
      "al",     "familj", "dag",   "plan", "tid",    "trädgård"};
  return words.contains(word);
}

std::vector<std::string> split(std::string_view word) {
  return split_swedish_compound(word, is_part);
}

TEST(SwedishCompound, IsSplit) {
  EXPECT_THAT(split("skolhälsa"), ElementsAre("skola", "hälsa"));
  EXPECT_THAT(split("barnhem"), ElementsAre("barn", "hem"));
  EXPECT_THAT(split("hemvård"), ElementsAre("hem", "vård"));
}

TEST(SwedishCompound, IsSeenThroughLinkingLetters) {
  EXPECT_THAT(split("arbetshälsa"), ElementsAre("arbete", "hälsa"));
  EXPECT_THAT(split("kvinnohälsa"), ElementsAre("kvinna", "hälsa"));
  EXPECT_THAT(split("läkarutbildning"), ElementsAre("läkare", "utbildning"));
  EXPECT_THAT(split("familjevård"), ElementsAre("familj", "vård"));
  EXPECT_THAT(split("utbildningsplan"), ElementsAre("utbildning", "plan"));
}

TEST(SwedishCompound, IsSplitInAnyForm) {
  EXPECT_THAT(split("arbetstidens"), ElementsAre("arbete", "tid"));
  EXPECT_THAT(split("personalmötena"), ElementsAre("personal", "möte"));
}

TEST(SwedishCompound, HasFewPartsRatherThanMany) {
  EXPECT_THAT(split("barnträdgårdarna"), ElementsAre("barn", "trädgård"));
  EXPECT_THAT(split("skolmathus"), ElementsAre("skola", "mat", "hus"));
}

TEST(SwedishCompound, IsNotSplitIntoUnknownOrTinyParts) {
  for (const std::string word : {"",
                                 "a",
                                 "skola",
                                 "arbetsro",
                                 "personal",
                                 "hälsohälsq",
                                 "xyzhälsa",
                                 "alarbete",
                                 "ååååååååååå"}) {
    EXPECT_THAT(split(word), IsEmpty()) << word;
  }
}

TEST(SwedishCompound, OfAHostileLengthIsNotSplit) {
  std::string word;
  for (int i = 0; i < 10'000; ++i) {
    word += "barn";
  }
  EXPECT_THAT(split(word), IsEmpty());
  EXPECT_THAT(split("barnbarnbarnbarnbarn"), IsEmpty()) << "five parts";
}

TEST(SwedishCompound, HasAHeadThatIsKnown) {
  EXPECT_EQ(head_of_swedish_compound("sjuksköterskeutbildningen", is_part), "utbildning");
  EXPECT_EQ(head_of_swedish_compound("xyzhälsa", is_part), "hälsa");
  EXPECT_FALSE(head_of_swedish_compound("xyzbarn", is_part)) << "four letters";
  EXPECT_FALSE(head_of_swedish_compound("hälsa", is_part));
  EXPECT_FALSE(head_of_swedish_compound("", is_part));
}

}  // namespace
}  // namespace kiertoon
