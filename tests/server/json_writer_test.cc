#include "server/json_writer.h"

#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace kiertoon {
namespace {

std::string written(std::string_view text) {
  JsonWriter json;
  json.text(text);
  return std::move(json).take();
}

TEST(JsonWriter, PutsCommasWhereTheyBelong) {
  JsonWriter json;
  json.object([&] {
    json.field("a", "x");
    json.key("b");
    json.array([&] {
      json.object([] {});
      json.array([] {});
      json.null();
      json.boolean(true);
      json.number(std::uint64_t{7});
    });
    json.texts("c", std::vector<std::string>{"y", ",", "[", "{", ":"});
    json.field_or_null("d", "");
  });
  EXPECT_EQ(std::move(json).take(),
            R"({"a":"x","b":[{},[],null,true,7],"c":["y",",","[","{",":"],"d":null})");
}

TEST(JsonWriter, EscapesWhatJsonMustNotContain) {
  EXPECT_EQ(written("a\"b\\c\n\r\t"), R"("a\"b\\c\n\r\t")");
  EXPECT_EQ(written(std::string_view("\0\x01\x1f", 3)), R"("\u0000\u0001\u001f")");
  EXPECT_EQ(written("työ \U0001F389 </script>"), "\"työ \U0001F389 </script>\"");
}

TEST(JsonWriter, ReplacesInvalidUtf8) {
  EXPECT_EQ(written("a\xFFz"), "\"a\xEF\xBF\xBDz\"");
  EXPECT_EQ(written("\xC3"), "\"\xEF\xBF\xBD\"");
}

TEST(JsonWriter, ReadsBackAsTheSameTextForEveryCharacterBelow300) {
  for (char32_t c = 1; c < 300; ++c) {
    std::string text = c < 0x80 ? std::string(1, static_cast<char>(c))
                                : std::string{static_cast<char>(0xC0 | (c >> 6)),
                                              static_cast<char>(0x80 | (c & 0x3F))};
    EXPECT_EQ(nlohmann::json::parse(written(text)).get<std::string>(), text);
  }
}

TEST(JsonWriter, WritesNumbersThatJsonHas) {
  JsonWriter json;
  json.array([&] {
    json.number(12.345678);
    json.number(0.0);
    json.number(-1.5);
    json.number(1e300);
    json.number(std::numeric_limits<double>::infinity());
    json.number(std::numeric_limits<double>::quiet_NaN());
    json.number(std::numeric_limits<std::uint64_t>::max());
    json.number(std::numeric_limits<std::int64_t>::min());
  });
  EXPECT_EQ(std::move(json).take(),
            "[12.3457,0,-1.5,1e+300,null,null,18446744073709551615,-9223372036854775808]");
}

}  // namespace
}  // namespace kiertoon
