#include "server/pages/web_manifest.h"

#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using testing::HasSubstr;

TEST(WebManifest, NamesWhatIsServedWhere) {
  const auto entries = parse_web_manifest(R"({
    "pages": {"/": "index.html"}, "templates": {"deed": "deed.html"},
    "files": {"/assets/a-1.js": "assets/a-1.js"}, "stable": {"/widget/v1/kiertoon.js": "w.js"}})");
  ASSERT_TRUE(entries) << entries.error().message;
  std::string seen;
  for (const WebEntry& entry : *entries) {
    seen += fmt::format("{} {} {}\n", static_cast<int>(entry.kind), entry.address, entry.file);
  }
  EXPECT_EQ(seen,
            "2 /assets/a-1.js assets/a-1.js\n0 / index.html\n3 /widget/v1/kiertoon.js w.js\n"
            "1 deed deed.html\n");
}

struct Wrong {
  const char* name;
  const char* json;
  const char* said;  // by the error
};

class WrongManifest : public testing::TestWithParam<Wrong> {};

TEST_P(WrongManifest, IsRefusedWithTheValue) {
  const auto entries = parse_web_manifest(GetParam().json);
  ASSERT_FALSE(entries);
  EXPECT_EQ(entries.error().code, ErrorCode::kInvalidData);
  EXPECT_THAT(entries.error().message, HasSubstr(GetParam().said));
}

INSTANTIATE_TEST_SUITE_P(
    WebManifest,
    WrongManifest,
    testing::Values(
        Wrong{"NotJson", "{", "not a JSON object"},
        Wrong{"NotAnObject", "[]", "not a JSON object"},
        Wrong{"UnknownPart", R"({"page": {}})", "\"page\" is unknown"},
        Wrong{"PartNotAnObject", R"({"pages": []})", "\"pages\" is not an object"},
        Wrong{"FileNotAText", R"({"pages": {"/": 7}})", "\"/\" of \"pages\" is a JSON number"},
        Wrong{"Upwards", R"({"files": {"/a.js": "../../etc/passwd"}})", "../../etc/passwd"},
        Wrong{"UpwardsWithin", R"({"files": {"/a.js": "a/../b.js"}})", "a/../b.js"},
        Wrong{"Absolute", R"({"files": {"/a.js": "/etc/passwd"}})", "/etc/passwd"},
        Wrong{"Backslash", R"({"files": {"/a.js": "..\\a.js"}})", "not a file within"},
        Wrong{"NulByte", R"({"files": {"/a.js": "a\u0000.js"}})", "not a file within"},
        Wrong{"EmptyFile", R"({"files": {"/a.js": ""}})", "not a file within"},
        Wrong{"AddressWithoutSlash", R"({"pages": {"briefing": "a.html"}})", "\"briefing\""},
        Wrong{"AddressOfAnotherHost", R"({"pages": {"//a.example/": "a.html"}})", "a.example"},
        Wrong{"AddressWithABrace", R"({"pages": {"/{id}": "a.html"}})", "\"/{id}\""},
        Wrong{"AddressUpwards", R"({"pages": {"/../a": "a.html"}})", "\"/../a\""},
        Wrong{"AddressOfTheApi", R"({"pages": {"/api/v1/deeds": "a.html"}})", "the server's own"},
        Wrong{"AddressOfHealth", R"({"stable": {"/healthz": "a.html"}})", "the server's own"},
        Wrong{"AddressTwice",
              R"({"pages": {"/a": "a.html"}, "stable": {"/a": "b.html"}})",
              "\"/a\" of \"stable\" stands there twice"}),
    [](const auto& one) { return one.param.name; });

TEST(WebManifest, HasNoMoreEntriesThanAnyBuildMakes) {
  const auto manifest = [](std::size_t entries) {
    std::string files;
    for (std::size_t i = 0; i < entries; ++i) {
      files += fmt::format("{}\"/a{}.js\": \"a.js\"", i == 0 ? "" : ",", i);
    }
    return fmt::format("{{\"files\": {{{}}}}}", files);
  };
  EXPECT_TRUE(parse_web_manifest(manifest(kMaxWebEntries)));
  EXPECT_FALSE(parse_web_manifest(manifest(kMaxWebEntries + 1)));
}

}  // namespace
}  // namespace kiertoon
