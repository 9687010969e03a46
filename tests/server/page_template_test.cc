#include "server/pages/page_template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using testing::HasSubstr;

constexpr std::string_view kTemplate =
    "<html lang=\"__KIERTOON_LANG__\"><head><!--kiertoon:head--></head>"
    "<main><!--kiertoon:main--></main></html>";

TEST(PageTemplate, IsFilled) {
  EXPECT_EQ(PageTemplate::parse(kTemplate)->fill(
                {.language = Language::kSwedish, .head = "<title>a</title>", .main = "<p>b</p>"}),
            "<html lang=\"sv\"><head><title>a</title></head><main><p>b</p></main></html>");
}

TEST(PageTemplate, DoesNotLookAtWhatFillsIt) {
  EXPECT_EQ(PageTemplate::parse(kTemplate)->fill(
                {.head = "<!--kiertoon:main-->", .main = "__KIERTOON_LANG__<!--kiertoon:head-->"}),
            "<html lang=\"fi\"><head><!--kiertoon:main--></head>"
            "<main>__KIERTOON_LANG__<!--kiertoon:head--></main></html>");
}

TEST(PageTemplate, LacksAPlaceOrHasItTwice) {
  for (const char* html : {"",
                           "<!--kiertoon:head--><!--kiertoon:main-->",
                           "__KIERTOON_LANG__<!--kiertoon:head-->",
                           "__KIERTOON_LANG__<!--kiertoon:main-->",
                           "__KIERTOON_LANG__<!--kiertoon:main--><!--kiertoon:head-->",
                           "__KIERTOON_LANG__<!--kiertoon:head--><!--kiertoon:head-->"
                           "<!--kiertoon:main-->"}) {
    const auto parsed = PageTemplate::parse(html);
    ASSERT_FALSE(parsed) << html;
    EXPECT_EQ(parsed.error().code, ErrorCode::kInvalidData);
  }
  EXPECT_THAT(PageTemplate::parse("x").error().message, HasSubstr("<!--kiertoon:head-->"));
}

TEST(PageTemplate, HasATagOfItsContent) {
  const std::string other = std::string(kTemplate) + " ";
  EXPECT_EQ(PageTemplate::parse(kTemplate)->etag(), PageTemplate::parse(kTemplate)->etag());
  EXPECT_NE(PageTemplate::parse(kTemplate)->etag(), PageTemplate::parse(other)->etag());
}

}  // namespace
}  // namespace kiertoon
