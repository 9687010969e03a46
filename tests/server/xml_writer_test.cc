#include "server/feeds/xml_writer.h"

#include <string>

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

template <typename Write>
std::string written(Write write) {
  XmlWriter xml;
  write(xml);
  std::string result = std::move(xml).take();
  EXPECT_TRUE(result.starts_with(kDeclaration));
  return result.substr(kDeclaration.size());
}

TEST(XmlWriter, NestsElements) {
  EXPECT_EQ(written([](XmlWriter& xml) {
              xml.element("feed", {{"xml:lang", "fi"}}, [&] {
                xml.element("title", "työ");
                xml.empty_element("link", {{"rel", "self"}});
              });
            }),
            "<feed xml:lang=\"fi\">\n<title>työ</title>\n<link rel=\"self\"/>\n</feed>\n");
}

TEST(XmlWriter, MakesNoMarkupOfText) {
  EXPECT_EQ(written([](XmlWriter& xml) {
              xml.element("a", {{"b", "\"<&>'\n\t"}}, "]]></a><b/>&amp;\"'\r\n");
            }),
            "<a "
            "b=\"&quot;&lt;&amp;&gt;'&#10;&#9;\">]]&gt;&lt;/a&gt;&lt;b/"
            "&gt;&amp;amp;&quot;'&#13;&#10;</a>\n");
}

TEST(XmlWriter, LeavesOutWhatXmlForbids) {
  using std::string_literals::operator""s;
  EXPECT_EQ(written([](XmlWriter& xml) {
              xml.element("a",
                          "1\0\x01\x08\x0B\x0C\x0E\x1F\xEF\xBF\xBE\xEF\xBF\xBF"
                          "2\x7F\xEF\xBF\xBD"s);
            }),
            "<a>12\x7F\xEF\xBF\xBD</a>\n");
}

}  // namespace
}  // namespace kiertoon
