#include "server/csv_writer.h"

#include <string>

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

std::string cell(std::string_view value) {
  CsvWriter csv;
  csv.text(value);
  return std::move(csv).take().substr(kMark.size());
}

TEST(CsvWriter, WritesLinesForAFinnishSpreadsheet) {
  CsvWriter csv;
  csv.line({"Teema", "Määrä"});
  csv.text("Työ");
  csv.number(12U);
  csv.end_line();
  csv.empty();
  csv.number(-8);
  csv.end_line();
  EXPECT_EQ(std::move(csv).take(), std::string(kMark) + "Teema;Määrä\r\nTyö;12\r\n;-8\r\n");
}

TEST(CsvWriter, OfNothingIsTheMarkAlone) {
  EXPECT_EQ(CsvWriter().take(), kMark);
}

TEST(CsvWriter, QuotesWhatWouldBreakTheLineAndNothingElse) {
  EXPECT_EQ(cell("a;b"), "\"a;b\"");
  EXPECT_EQ(cell("sano \"hei\""), "\"sano \"\"hei\"\"\"");
  EXPECT_EQ(cell("a\r\nb"), "\"a\r\nb\"");
  EXPECT_EQ(cell("a\nb"), "\"a\nb\"");
  EXPECT_EQ(cell("a, b 'c'"), "a, b 'c'");
  EXPECT_EQ(cell(""), "");
}

class FormulaLike : public testing::TestWithParam<const char*> {};

TEST_P(FormulaLike, TextStaysText) {
  EXPECT_EQ(cell(GetParam()), std::string("'") + GetParam());
}

INSTANTIATE_TEST_SUITE_P(Cells,
                         FormulaLike,
                         testing::Values("=1+1", "+358 40 123", "-1", "@SUM(A1)", "\t=1+1", "-"));

TEST(CsvWriter, MakesAFormulaHarmlessBeforeItQuotesIt) {
  EXPECT_EQ(cell("=HYPERLINK(\"http://x\";\"y\")"), "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"");
  EXPECT_EQ(cell("\r=1"), "\"'\r=1\"");
}

TEST(CsvWriter, LeavesSignsWithinTextAlone) {
  EXPECT_EQ(cell("a=b"), "a=b");
  EXPECT_EQ(cell("Keski-Suomi"), "Keski-Suomi");
  EXPECT_EQ(cell(" =1"), " =1");
}

}  // namespace
}  // namespace kiertoon
