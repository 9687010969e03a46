#include "server/pages/web_files.h"

#include <algorithm>
#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/pages/web_file_service.h"
#include "tests/test_folder.h"

namespace kiertoon {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// What the tests of the server take for the built pages.
std::filesystem::path fixture() {
  return std::filesystem::path(KIERTOON_SOURCE_DIR) / "tests" / "server" / "web";
}

std::string message_of(const TestFolder& folder) {
  const auto web = WebFiles::load(folder.path());
  return web ? "none" : web.error().message;
}

const WebFile& file_at(const WebFiles& web, std::string_view address) {
  const auto found = std::find_if(web.files().begin(), web.files().end(), [&](const WebFile& file) {
    return file.address == address;
  });
  if (found == web.files().end()) {
    throw std::runtime_error("no file at " + std::string(address));
  }
  return *found;
}

class BuiltPages : public testing::Test {
 protected:
  [[nodiscard]] Reply answer(std::string_view address,
                             const std::string& if_none_match = {}) const {
    return WebFileService(file_at(web_, address)).answer({.if_none_match = if_none_match});
  }

  static std::string header(const Reply& reply, std::string_view name) {
    for (const Header& one : reply.headers) {
      if (one.name == name) {
        return one.value;
      }
    }
    return {};
  }

  WebFiles web_ = WebFiles::load(fixture()).value().value();
};

TEST_F(BuiltPages, AreServedWithTheirTypes) {
  EXPECT_EQ(answer("/").content_type, "text/html; charset=utf-8");
  EXPECT_EQ(answer("/assets/search-AB12CD34.js").content_type, "text/javascript; charset=utf-8");
  EXPECT_EQ(answer("/assets/icon-AB12CD34.svg").content_type, "image/svg+xml");
  EXPECT_THAT(answer("/").body, HasSubstr("<h1>kiertoon</h1>"));
}

TEST_F(BuiltPages, AreKeptAsLongAsTheirAddressesAllow) {
  EXPECT_EQ(answer("/").caching, Caching::kShared);
  EXPECT_EQ(answer("/assets/search-AB12CD34.js").caching, Caching::kForGood);
  EXPECT_EQ(answer("/widget/v1/kiertoon.js").caching, Caching::kStable);
}

TEST_F(BuiltPages, AreNotSentAgainToWhoHasThem) {
  for (const char* address : {"/", "/assets/search-AB12CD34.js", "/widget/v1/kiertoon.js"}) {
    const Reply first = answer(address);
    ASSERT_FALSE(first.etag.empty());
    const Reply again = answer(address, "\"" + first.etag + "\"");
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.caching, first.caching);
    EXPECT_EQ(again.readers, first.readers);
  }
}

TEST_F(BuiltPages, RunNothingInline) {
  EXPECT_THAT(header(answer("/"), "Content-Security-Policy"),
              AllOf(HasSubstr("default-src 'none'"),
                    HasSubstr("script-src 'self';"),
                    Not(HasSubstr("unsafe")),
                    Not(HasSubstr("*"))));
}

TEST_F(BuiltPages, OnlyTheWidgetIsForAllSites) {
  EXPECT_EQ(answer("/widget/v1/kiertoon.js").readers, Readers::kEverybody);
  EXPECT_EQ(answer("/").readers, Readers::kAllowedSites);
  EXPECT_EQ(answer("/assets/search-AB12CD34.js").readers, Readers::kAllowedSites);
}

TEST_F(BuiltPages, OfTextAreCompressedBeforehand) {
  const WebFile& page = file_at(web_, "/");
  EXPECT_LT(page.compressed.brotli.size(), page.content.size());
  EXPECT_LT(page.compressed.gzip.size(), page.content.size());
}

TEST_F(BuiltPages, HaveTemplatesThatAreNotServedAsTheyAre) {
  EXPECT_THAT(web_.templates().deed.fill({}), HasSubstr("data-template=\"deed\""));
  EXPECT_THAT(web_.templates().error.fill({}), HasSubstr("data-template=\"error\""));
  for (const WebFile& file : web_.files()) {
    EXPECT_THAT(file.content, Not(HasSubstr("data-template")));
  }
}

TEST(WebFiles, AreNothingWhereNothingWasBuilt) {
  const TestFolder folder;
  EXPECT_FALSE(WebFiles::load(folder.path("web")).value());
  EXPECT_FALSE(WebFiles::load(folder.path()).value());
}

TEST(WebFiles, NameTheManifestThatIsWrong) {
  const TestFolder folder;
  folder.write("manifest.json", R"({"pages": {"/": "../index.html"}})");
  EXPECT_THAT(message_of(folder), AllOf(HasSubstr("manifest.json"), HasSubstr("../index.html")));
}

TEST(WebFiles, NameTheFileThatIsMissing) {
  const TestFolder folder;
  folder.write("manifest.json", R"({"pages": {"/": "index.html"}})");
  EXPECT_THAT(message_of(folder), AllOf(HasSubstr("index.html"), HasSubstr("\"/\"")));
}

TEST(WebFiles, MustNotBeFolders) {
  const TestFolder folder;
  folder.write("a.js/b", "");
  folder.write("manifest.json", R"({"files": {"/a.js": "a.js"}})");
  EXPECT_THAT(message_of(folder), HasSubstr("a.js"));
}

TEST(WebFiles, MustNotLeadOutOfTheirFolder) {
  const TestFolder folder;
  folder.write("secret.html", "secret");
  folder.write("web/manifest.json", R"({"pages": {"/": "index.html"}})");
  std::filesystem::create_symlink("../secret.html", folder.path("web/index.html"));
  const auto web = WebFiles::load(folder.path("web"));
  ASSERT_FALSE(web);
  EXPECT_THAT(web.error().message, HasSubstr("leads out of its folder"));
}

TEST(WebFiles, MustBeOfAKnownType) {
  const TestFolder folder;
  folder.write("a.exe", "x");
  folder.write("manifest.json", R"({"files": {"/a.exe": "a.exe"}})");
  EXPECT_THAT(message_of(folder), HasSubstr("a.exe"));
  folder.write("a.js", "x");
  folder.write("manifest.json", R"({"pages": {"/": "a.js"}})");
  EXPECT_THAT(message_of(folder), HasSubstr("a.js"));
}

TEST(WebFiles, HaveBothTemplates) {
  const TestFolder folder;
  folder.write("manifest.json", R"({"templates": {"deed": "deed.html"}})");
  folder.write("deed.html",
               "<html lang=\"__KIERTOON_LANG__\"><!--kiertoon:head--><!--kiertoon:main-->");
  EXPECT_THAT(message_of(folder), HasSubstr("\"templates\" has no \"error\""));
}

TEST(WebFiles, NameTheTemplateThatCannotBeFilled) {
  const TestFolder folder;
  folder.write("manifest.json", R"({"templates": {"deed": "deed.html"}})");
  folder.write("deed.html", "<html lang=\"__KIERTOON_LANG__\"><!--kiertoon:head-->");
  EXPECT_THAT(message_of(folder), AllOf(HasSubstr("\"deed\""), HasSubstr("<!--kiertoon:main-->")));
}

TEST(WebFiles, AreBounded) {
  const TestFolder folder;
  folder.write("large.js", std::string(kMaxWebFileBytes + 1, 'x'));
  folder.write("manifest.json", R"({"files": {"/large.js": "large.js"}})");
  EXPECT_THAT(message_of(folder), AllOf(HasSubstr("large.js"), HasSubstr("4194305")));
}

TEST(MissingPages, AreSaidInThreeLanguages) {
  const Reply reply = MissingPagesService().answer({});
  EXPECT_EQ(reply.status, 503);
  EXPECT_EQ(reply.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(reply.body,
              AllOf(HasSubstr("lang=\"fi\""), HasSubstr("lang=\"sv\""), HasSubstr("lang=\"en\"")));
  EXPECT_THAT(reply.body, HasSubstr("script/server"));
}

}  // namespace
}  // namespace kiertoon
