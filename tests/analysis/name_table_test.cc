#include "analysis/name_table.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analysis/test_analyzer.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class NameTableTest : public testing::Test {
 protected:
  void add(std::string_view name, Language language, std::uint32_t id) {
    ASSERT_TRUE(builder_->add(name, language, id)) << name;
  }

  // "id@first+count" of each match.
  std::vector<std::string> found_in(std::string_view query) {
    if (builder_) {
      table_ = builder_->take();
      builder_.reset();
    }
    const auto tokens = test_analyzer().analyze(query, Language::kFinnish, TextRole::kQuery);
    std::vector<std::string> found;
    for (const auto& match : table_.find(tokens)) {
      found.push_back(std::to_string(match.id) + "@" + std::to_string(match.first) + "+" +
                      std::to_string(match.count));
    }
    return found;
  }

  std::unique_ptr<NameTableBuilder> builder_ = value_or_throw(NameTableBuilder::create());
  NameTable table_;
};

TEST_F(NameTableTest, FindsAFinnishNameInAnyInflection) {
  add("esihenkilö", Language::kFinnish, 1);
  EXPECT_THAT(found_in("esihenkilöiden"), ElementsAre("1@0+1"));
  EXPECT_THAT(found_in("hyvä esihenkilömme"), ElementsAre("1@1+1"));
  EXPECT_THAT(found_in("henkilö"), IsEmpty());
}

TEST_F(NameTableTest, FindsNounsOfAction) {
  add("johtaminen", Language::kFinnish, 1);
  add("sijaisen perehdyttäminen", Language::kFinnish, 2);
  EXPECT_THAT(found_in("johtamisen"), ElementsAre("1@0+1"));
  EXPECT_THAT(found_in("hyvää johtamista"), ElementsAre("1@1+1"));
  EXPECT_THAT(found_in("sijaisen perehdyttämisessä"), ElementsAre("2@0+2"));
  EXPECT_THAT(found_in("johtaja"), IsEmpty());
  EXPECT_THAT(found_in("mis misen"), IsEmpty());
}

TEST_F(NameTableTest, FindsNamesOfSeveralWords) {
  add("varhainen tuki", Language::kFinnish, 1);
  add("kunnan työntekijä", Language::kFinnish, 2);
  EXPECT_THAT(found_in("varhaisen tuen malli"), ElementsAre("1@0+2"));
  EXPECT_THAT(found_in("kunnan työntekijöille"), ElementsAre("2@0+2"));
  EXPECT_THAT(found_in("varhainen aamu, tuki"), IsEmpty());
  EXPECT_THAT(found_in("varhaisen"), IsEmpty());
}

TEST_F(NameTableTest, PutsTheLongestNameOfAWordFirst) {
  add("sick leave", Language::kEnglish, 1);
  add("sick", Language::kEnglish, 2);
  EXPECT_THAT(found_in("sick leaves"), ElementsAre("1@0+2", "2@0+1"));
}

TEST_F(NameTableTest, FindsSwedishAndEnglishNamesByTheirStems) {
  add("förman", Language::kSwedish, 1);
  add("supervisor", Language::kEnglish, 2);
  EXPECT_THAT(found_in("förmans"), ElementsAre("1@0+1"));
  EXPECT_THAT(found_in("supervisors"), ElementsAre("2@0+1"));
}

TEST_F(NameTableTest, FindsAbbreviationsInAnyLetterCase) {
  add("TYKY", Language::kFinnish, 1);
  EXPECT_THAT(found_in("tyky"), ElementsAre("1@0+1"));
  EXPECT_THAT(found_in("TYKY"), ElementsAre("1@0+1"));
}

TEST_F(NameTableTest, KeepsEachNameOfAnAmbiguousWord) {
  add("tuki", Language::kFinnish, 1);
  add("tuki", Language::kFinnish, 2);
  EXPECT_THAT(found_in("tuen"), ElementsAre("1@0+1", "2@0+1"));
}

TEST_F(NameTableTest, RefusesNamesWithoutWordsAndOverlongOnes) {
  EXPECT_FALSE(builder_->add("", Language::kFinnish, 1));
  EXPECT_FALSE(builder_->add(" – ", Language::kFinnish, 1));
  EXPECT_FALSE(builder_->add("a b c d e f g h i", Language::kEnglish, 1));
}

}  // namespace
}  // namespace kiertoon
