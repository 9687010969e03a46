#include "analysis/translation/dictd_file.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analysis/translation/dictd_writer.h"
#include "tests/test_folder.h"

namespace kiertoon {
namespace {

using ::testing::ElementsAre;
using testing::gzip;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using testing::write_dictionary;

using Entries = std::vector<std::pair<std::string, std::string>>;

Entries read(const DictdFiles& files, const DictdLimits& limits = {}) {
  Entries entries;
  const auto done = read_dictd(
      files,
      [&](std::string_view headword, std::string_view text) {
        entries.emplace_back(headword, text);
      },
      limits);
  EXPECT_TRUE(done) << done.error().to_string();
  return entries;
}

// The error of a dictionary of these files.
Error error_of(const std::string& index, const std::string& text, const DictdLimits& limits = {}) {
  const TestFolder folder;
  const DictdFiles files{.index = folder.write("x.index", index),
                         .text = folder.write("x.dict.dz", text)};
  const auto done = read_dictd(
      files, [](std::string_view, std::string_view) {}, limits);
  EXPECT_FALSE(done);
  return done ? Error{} : done.error();
}

TEST(DictdFile, IsReadEntryByEntry) {
  const TestFolder folder;
  const auto files = write_dictionary(
      folder,
      "swe-fin",
      {{"00databaseinfo", "about"}, {"arbete", "arbete <n>\ntyö\n"}, {"hälsa", "hälsa\nterveys"}});
  EXPECT_THAT(read(files),
              ElementsAre(Pair("arbete", "arbete <n>\ntyö\n"), Pair("hälsa", "hälsa\nterveys")));
}

TEST(DictdFile, MayBeEmpty) {
  const TestFolder folder;
  EXPECT_THAT(read(write_dictionary(folder, "swe-fin", {})), IsEmpty());
}

TEST(DictdFile, MayHaveHeadwordsAsWrittenInAFourthColumn) {
  const TestFolder folder;
  const DictdFiles files{.index = folder.write("x.index", "daycare\tA\tC\tday-care"),
                         .text = folder.write("x.dict.dz", gzip("ab"))};
  EXPECT_THAT(read(files), ElementsAre(Pair("day-care", "ab")));
}

TEST(DictdFile, MayBeOfSeveralGzipMembers) {
  const TestFolder folder;
  const DictdFiles files{.index = folder.write("x.index", "w\tA\tE\n"),
                         .text = folder.write("x.dict.dz", gzip("ab") + gzip("cd"))};
  EXPECT_THAT(read(files), ElementsAre(Pair("w", "abcd")));
}

TEST(DictdFile, IsRefusedWithFileLineAndValue) {
  for (const std::string line :
       {"word", "word\tA", "word\tA\t!", "word\t\tB", "word\tAAAAAAAAAAAA\tB"}) {
    const Error error = error_of("ok\tA\tB\n" + line + "\n", gzip("ab"));
    EXPECT_EQ(error.code, ErrorCode::kInvalidData) << line;
    EXPECT_THAT(error.message, HasSubstr("x.index:2: \"word\"")) << line;
  }
}

TEST(DictdFile, IsRefusedWhenAnEntryIsOutsideTheText) {
  for (const std::string line :
       {"word\tC\tB", "word\tA\tD", "word\t/////////\tB", "word\tA\t/////////"}) {
    EXPECT_THAT(error_of(line, gzip("ab")).message, HasSubstr("x.index:1")) << line;
  }
}

TEST(DictdFile, IsRefusedWhenItIsNotUtf8) {
  EXPECT_THAT(error_of("w\xE4\tA\tB", gzip("ab")).message, HasSubstr("not UTF-8"));
  EXPECT_THAT(error_of("w\tA\tB", gzip("\xE4")).message, HasSubstr("not UTF-8"));
}

TEST(DictdFile, IsRefusedWhenTheTextIsNoWholeGzip) {
  const std::string whole = gzip("some text that is long enough");
  for (const std::string& text :
       {std::string(), std::string("plain"), whole.substr(0, 15), whole + "x"}) {
    const Error error = error_of("w\tA\tB", text);
    EXPECT_EQ(error.code, ErrorCode::kInvalidData);
    EXPECT_THAT(error.message, HasSubstr("x.dict.dz is no whole gzip"));
  }
}

TEST(DictdFile, DoesNotInflateABomb) {
  const std::string bomb = gzip(std::string(std::size_t{40} << 20U, 'a'));
  ASSERT_LT(bomb.size(), 100'000U);
  EXPECT_THAT(error_of("w\tA\tB", bomb).message, HasSubstr("inflates to more than"));
}

TEST(DictdFile, IsRefusedBeyondItsLimits) {
  EXPECT_THAT(error_of(std::string(100, 'w') + "\tA\tB", gzip("ab"), {.index_bytes = 50}).message,
              HasSubstr("x.index has 104 bytes"));
  EXPECT_THAT(error_of(std::string(2000, 'w'), gzip("ab")).message,
              HasSubstr("x.index:1: a headword of 2000 bytes"));
  EXPECT_THAT(error_of("w\tA\tC", gzip("ab"), {.entry_bytes = 1}).message, HasSubstr("too long"));
}

TEST(DictdFile, IsRefusedWhenAllHeadwordsPointToTheSameLongEntry) {
  std::string index;
  for (int i = 0; i < 10; ++i) {
    index += "word\tA\tC\n";
  }
  EXPECT_THAT(error_of(index, gzip("ab")).message, HasSubstr("x.index:5: entries overlap"));
}

TEST(DictdFile, NamesWhatIsMissing) {
  const TestFolder folder;
  const auto visit = [](std::string_view, std::string_view) {};
  const DictdFiles files{.index = folder.path("x.index"), .text = folder.path("x.dict.dz")};
  auto done = read_dictd(files, visit);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(done.error().message, HasSubstr("x.index"));
  folder.write("x.index", "");
  std::filesystem::create_directory(files.text);
  done = read_dictd(files, visit);
  ASSERT_FALSE(done);
  EXPECT_THAT(done.error().message, HasSubstr("x.dict.dz is no file"));
}

TEST(DictdFile, NeverCrashesOnChangedBytes) {
  const TestFolder folder;
  const auto files = write_dictionary(
      folder, "swe-fin", {{"arbete", "arbete <n>\ntyö\n"}, {"hälsa", "hälsa <n>\nterveys\n"}});
  for (const auto& path : {files.index, files.text}) {
    const std::string name = path.filename().string();
    const std::string good = folder.read(name);
    for (std::size_t at = 0; at < good.size(); ++at) {
      std::string bad = good;
      bad[at] = static_cast<char>(~bad[at]);
      folder.write(name, bad);
      const auto done = read_dictd(files, [](std::string_view, std::string_view) {});
      EXPECT_TRUE(done || !done.error().message.empty()) << name << " at " << at;
    }
    folder.write(name, good);
  }
}

}  // namespace
}  // namespace kiertoon
