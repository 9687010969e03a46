#include "base/tsv.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/test_folder.h"

namespace kiertoon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Tsv : public ::testing::Test {
 protected:
  std::vector<TsvRow> read(std::string_view content, std::string_view header = {}) {
    auto rows = read_tsv(folder_.write("file.tsv", content), header);
    EXPECT_TRUE(rows);
    return rows ? std::move(*rows) : std::vector<TsvRow>();
  }

  TestFolder folder_;
};

TEST_F(Tsv, GivesCellsAndLineNumbers) {
  const auto rows = read("a\tb\n\n# note\nc\td\te\n");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].line, 1U);
  EXPECT_THAT(rows[0].cells, ElementsAre("a", "b"));
  EXPECT_EQ(rows[1].line, 4U);
  EXPECT_THAT(rows[1].cells, ElementsAre("c", "d", "e"));
}

TEST_F(Tsv, ReadsMissingTrailingColumnsAsEmpty) {
  const auto rows = read("a\t\tc\n");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].cell(1), "");
  EXPECT_EQ(rows[0].cell(2), "c");
  EXPECT_EQ(rows[0].cell(3), "");
}

TEST_F(Tsv, StripsSpacesAroundCellsButKeepsThoseInside) {
  const auto rows = read("  Limingan kunta \t b  \r\n");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_THAT(rows[0].cells, ElementsAre("Limingan kunta", "b"));
}

TEST_F(Tsv, ReadsTheLastLineWithoutALineEnd) {
  EXPECT_EQ(read("a\nb").size(), 2U);
}

TEST_F(Tsv, LeavesOutTheHeaderOnce) {
  const auto rows = read("# columns\nslug\tfi\nslug\tEtana\n", "slug");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].line, 3U);
}

TEST_F(Tsv, KeepsAFirstRowThatIsNoHeader) {
  EXPECT_EQ(read("liminka\tLiminka\nslug\tfi\n", "slug").size(), 2U);
}

TEST_F(Tsv, PassesOverTheByteOrderMarkOfWindowsPrograms) {
  const auto rows = read("\xEF\xBB\xBFslug\tfi\nliminka\tLiminka\n", "slug");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].cell(0), "liminka");
}

TEST_F(Tsv, IsEmptyForAFileWithoutRows) {
  EXPECT_THAT(read(""), IsEmpty());
  EXPECT_THAT(read("\n\r\n \t \n# only a note"), IsEmpty());
}

TEST_F(Tsv, FailsForAMissingFile) {
  const auto rows = read_tsv(folder_.path("missing.tsv"));
  ASSERT_FALSE(rows);
  EXPECT_EQ(rows.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(rows.error().message, HasSubstr("missing.tsv"));
}

TEST_F(Tsv, FailsForAFolder) {
  EXPECT_FALSE(read_tsv(folder_.path()));
}

TEST(SplitWords, GivesWordsBetweenWhiteSpace) {
  EXPECT_THAT(split_words("  työ\t hyvinvointi \n"), ElementsAre("työ", "hyvinvointi"));
  EXPECT_THAT(split_words(""), IsEmpty());
  EXPECT_THAT(split_words(" \t "), IsEmpty());
}

TEST(Strip, TakesWhiteSpaceOffBothEnds) {
  EXPECT_EQ(strip(" \t a b \r\n"), "a b");
  EXPECT_EQ(strip("a"), "a");
  EXPECT_EQ(strip(" \n"), "");
  EXPECT_EQ(strip(""), "");
}

}  // namespace
}  // namespace kiertoon
