#include "server/html_writer.h"

#include <string>

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

template <typename Write>
std::string written(Write write) {
  HtmlWriter html;
  write(html);
  return std::move(html).take();
}

std::string text(std::string_view content) {
  return written([&](HtmlWriter& html) { html.text(content); });
}

TEST(HtmlWriter, NestsElements) {
  EXPECT_EQ(written([](HtmlWriter& html) {
              html.doctype();
              html.element("div", {{"class", "a"}, {"id", "b"}}, [&] {
                html.element("p", "työ");
                html.void_element("br", {});
              });
            }),
            "<!doctype html>\n<div class=\"a\" id=\"b\"><p>työ</p>\n<br>\n</div>\n");
}

TEST(HtmlWriter, AddsNoSpaceToRunningText) {
  EXPECT_EQ(written([](HtmlWriter& html) {
              html.text("(");
              html.element("span", "a");
              html.text(")");
            }),
            "(<span>a</span>)");
}

TEST(HtmlWriter, MakesNoMarkupOfText) {
  EXPECT_EQ(text("</p><script>alert('1')</script> & \"x\""),
            "&lt;/p&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;");
  EXPECT_EQ(text("&lt;"), "&amp;lt;");
}

TEST(HtmlWriter, EscapesValuesOfAttributes) {
  EXPECT_EQ(written([](HtmlWriter& html) {
              html.element("p", {{"class", "\" onclick=\"alert(1)\" x='"}}, "y");
            }),
            "<p class=\"&quot; onclick=&quot;alert(1)&quot; x=&#39;\">y</p>\n");
}

TEST(HtmlWriter, LinksToPlainMailAddressesAlone) {
  const auto link = [](std::string_view address) {
    return written([&](HtmlWriter& html) { html.mail_link(address); });
  };
  EXPECT_EQ(link("maija.e+1@teot.example"),
            "<a href=\"mailto:maija.e+1@teot.example\">maija.e+1@teot.example</a>");
  for (const char* address :
       {"a@b?subject=x", "a@b@c", "@b", "a@", "a", "", "javascript:a@b", "a b@c"}) {
    EXPECT_EQ(link(address), address);
  }
}

TEST(HtmlWriter, LinksToNumbersThatCanBeDialled) {
  const auto link = [](std::string_view number) {
    return written([&](HtmlWriter& html) { html.phone_link(number); });
  };
  EXPECT_EQ(link("+358 (40) 123-4567"), "<a href=\"tel:+358401234567\">+358 (40) 123-4567</a>");
  for (const char* number : {"vaihde", "12", "", "040;ext=1", "1+23"}) {
    EXPECT_EQ(link(number), number);
  }
}

TEST(HtmlWriter, KeepsDataFromEndingItsElement) {
  EXPECT_EQ(
      written([](HtmlWriter& html) {
        html.json_block("{\"a\":\"</script><!--&\xE2\x80\xA8\xE2\x80\xA9\"}");
      }),
      "<script type=\"application/ld+json\">{\"a\":\"\\u003C/script\\u003E\\u003C!--\\u0026\\u2028"
      "\\u2029\"}</script>\n");
}

TEST(HtmlWriter, LinksToPathsOfThisServerApart) {
  const auto link = [](std::string_view path) {
    return written([&](HtmlWriter& html) { html.local_link(path, "x", {{"class", "y"}}); });
  };
  EXPECT_EQ(link("/?theme=a&lang=sv"), "<a href=\"/?theme=a&amp;lang=sv\" class=\"y\">x</a>");
  for (const char* path :
       {"//example.org", "/\\example.org", "https://example.org", "deeds/1", ""}) {
    EXPECT_EQ(link(path), "x") << path;
  }
}

TEST(HtmlWriter, LinksToWebAddressesAlone) {
  const auto link = [](std::string_view address) {
    return written([&](HtmlWriter& html) { html.link(address, "<b>"); });
  };
  EXPECT_EQ(link("https://teot.example/?a=1&b=\""),
            "<a href=\"https://teot.example/?a=1&amp;b=&quot;\">&lt;b&gt;</a>");
  EXPECT_EQ(link("#ehdokas-1"), "<a href=\"#ehdokas-1\">&lt;b&gt;</a>");
  for (const char* address : {"javascript:alert(1)",
                              " javascript:alert(1)",
                              "data:text/html,x",
                              "//example.org",
                              "",
                              "x"}) {
    EXPECT_EQ(link(address), "&lt;b&gt;") << address;
  }
}

TEST(HtmlWriter, LetsNoTextTurnTheDirectionOfOthers) {
  EXPECT_EQ(text("a\u202E\u202Db\u202C\u2066\u2067\u2068\u2069\u202A\u202Bc"), "abc");
  EXPECT_EQ(text("שלום\u200F – x"), "שלום\u200F – x");
}

TEST(HtmlWriter, ReplacesControlCharacters) {
  EXPECT_EQ(text(std::string_view("a\0b\x1B\x7F", 5)), "a\uFFFDb\uFFFD\uFFFD");
  EXPECT_EQ(text("a\n\tb"), "a\n\tb");
}

}  // namespace
}  // namespace kiertoon
