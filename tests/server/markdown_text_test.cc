#include "server/markdown_text.h"

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

TEST(MarkdownText, LeavesPlainWordsAlone) {
  EXPECT_EQ(markdown_text("Kotihoidon työvuorot – 24/7 (2021), 50 %."),
            "Kotihoidon työvuorot – 24/7 (2021), 50 %.");
  EXPECT_EQ(markdown_text("maa-artisokka"), "maa-artisokka");
}

TEST(MarkdownText, EscapesMarkup) {
  EXPECT_EQ(markdown_text("*a* _b_ `c` [d](e) <b> | # ~ \\"),
            "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<b\\> \\| \\# \\~ \\\\");
  EXPECT_EQ(markdown_text("&lt;"), "\\&lt;");
  EXPECT_EQ(markdown_text("![x](y)"), "\\!\\[x\\](y)");
}

TEST(MarkdownText, EscapesWhatBeginsALine) {
  EXPECT_EQ(markdown_text("- a - b"), "\\- a - b");
  EXPECT_EQ(markdown_text("+ a"), "\\+ a");
  EXPECT_EQ(markdown_text("=== a"), "\\=== a");
}

TEST(MarkdownText, StaysOnOneLine) {
  EXPECT_EQ(markdown_text("a\r\n# b\tc"), "a  \\# b c");
}

}  // namespace
}  // namespace kiertoon
