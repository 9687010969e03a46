#include "base/files.h"

#include <cstdlib>
#include <optional>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/test_folder.h"

namespace kiertoon {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

// Sets the environment's KIERTOON_DATA, and puts the old value back.
class DataInEnvironment {
 public:
  explicit DataInEnvironment(const std::optional<fs::path>& value) {
    if (const char* before = std::getenv(kName)) {  // NOLINT(concurrency-mt-unsafe)
      before_ = before;
    }
    set(value ? std::optional(value->string()) : std::nullopt);
  }
  ~DataInEnvironment() { set(before_); }
  DataInEnvironment(const DataInEnvironment&) = delete;
  DataInEnvironment& operator=(const DataInEnvironment&) = delete;
  DataInEnvironment(DataInEnvironment&&) = delete;
  DataInEnvironment& operator=(DataInEnvironment&&) = delete;

 private:
  static constexpr const char* kName = "KIERTOON_DATA";

  static void set(const std::optional<std::string>& value) {
    if (value) {
      ::setenv(kName, value->c_str(), 1);  // NOLINT(concurrency-mt-unsafe)
    } else {
      ::unsetenv(kName);  // NOLINT(concurrency-mt-unsafe)
    }
  }

  std::optional<std::string> before_;
};

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST(ReadableFile, GivesItsParts) {
  const TestFolder folder;
  auto opened = ReadableFile::open(folder.write("bytes", "0123456789"));
  ASSERT_TRUE(opened) << opened.error().to_string();
  const ReadableFile file = std::move(*opened);
  EXPECT_EQ(file.size(), 10U);
  EXPECT_EQ(file.read(0, 10), "0123456789");
  EXPECT_EQ(file.read(4, 3), "456");
  EXPECT_EQ(file.read(10, 0), "");
}

TEST(ReadableFile, SaysThatItEndsTooEarly) {
  const TestFolder folder;
  const auto file = ReadableFile::open(folder.write("bytes", "0123456789"));
  ASSERT_TRUE(file);
  const auto read = file->read(8, 3);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kUnavailable);
  EXPECT_THAT(read.error().message, HasSubstr("bytes"));
}

TEST(ReadableFile, IsNotFoundOrNoFile) {
  const TestFolder folder;
  EXPECT_EQ(ReadableFile::open(folder.path("none")).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(ReadableFile::open(folder.path("")).error().code, ErrorCode::kUnavailable);
}

TEST(ReadFile, GivesEveryByte) {
  const TestFolder folder;
  const std::string content("a\0b\r\n\xFF", 6);
  const auto file = folder.write("bytes", content);
  const auto read = read_file(file);
  ASSERT_TRUE(read) << read.error().to_string();
  EXPECT_EQ(*read, content);
}

TEST(ReadFile, NamesTheFileThatIsMissing) {
  const TestFolder folder;
  const auto read = read_file(folder.path("missing.tsv"));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(read.error().message, HasSubstr("missing.tsv"));
}

TEST(ReadFile, RefusesAFolder) {
  const TestFolder folder;
  const auto read = read_file(folder.path());
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kUnavailable);
  EXPECT_THAT(read.error().message, HasSubstr(folder.path().string()));
}

TEST(ReadFile, SaysWhenTheDiskDoesNotGiveTheBytes) {
  // Address 0 of a process cannot be read: an input error for root, too.
  const auto read = read_file("/proc/self/mem");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kUnavailable);
  EXPECT_THAT(read.error().message, HasSubstr("/proc/self/mem"));
}

TEST(WriteFileAtomically, MakesAndReplacesAFile) {
  const TestFolder folder;
  for (const std::string content : {"first", "second, longer", ""}) {
    ASSERT_TRUE(write_file_atomically(folder.path("current"), content));
    EXPECT_EQ(folder.read("current"), content);
  }
  EXPECT_EQ(files_in(folder.path()), 1U);
}

TEST(WriteFileAtomically, ReplacesWhatAnInterruptedWriteLeftBehind) {
  const TestFolder folder;
  folder.write("current.new", "half a fi");
  ASSERT_TRUE(write_file_atomically(folder.path("current"), "whole"));
  EXPECT_EQ(folder.read("current"), "whole");
  EXPECT_EQ(files_in(folder.path()), 1U);
}

TEST(WriteFileAtomically, KeepsAnOpenReaderOnTheOldContent) {
  const TestFolder folder;
  std::ifstream reader(folder.write("current", "old"));
  ASSERT_TRUE(write_file_atomically(folder.path("current"), "new"));
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(reader), {}), "old");
}

TEST(WriteFileAtomically, FailsWhereThereIsNoFolder) {
  const TestFolder folder;
  const auto written = write_file_atomically(folder.path("missing/current"), "x");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::kUnavailable);
  EXPECT_THAT(written.error().message, HasSubstr("missing/current"));
}

TEST(WriteFileAtomically, LeavesNothingBehindWhenItFails) {
  const TestFolder folder;
  folder.write("current/is a folder with a file", "");
  const auto written = write_file_atomically(folder.path("current"), "x");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::kUnavailable);
  EXPECT_EQ(files_in(folder.path()), 1U);
}

TEST(SyncFile, FailsForAMissingFile) {
  const TestFolder folder;
  EXPECT_TRUE(sync_file(folder.write("a", "a")));
  EXPECT_TRUE(sync_directory(folder.path()));
  const auto synced = sync_file(folder.path("missing"));
  ASSERT_FALSE(synced);
  EXPECT_THAT(synced.error().message, HasSubstr("missing"));
}

TEST(FindDataDirectory, TakesTheConfiguredFolderBeforeAnyOther) {
  const TestFolder configured;
  const TestFolder named;
  configured.write("lexicon/fi.tsv", "");
  named.write("lexicon/fi.tsv", "");
  const DataInEnvironment environment(named.path());
  EXPECT_EQ(find_data_directory(configured.path()), configured.path());
  EXPECT_EQ(find_data_directory(), named.path());
}

TEST(FindDataDirectory, DoesNotGoElsewhereWhenTheConfiguredFolderIsWrong) {
  const TestFolder empty;
  const DataInEnvironment environment(std::nullopt);
  const auto found = find_data_directory(empty.path());
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(found.error().message, HasSubstr(empty.path().string()));
  EXPECT_THAT(found.error().hint, HasSubstr("KIERTOON_DATA"));
}

TEST(FindDataDirectory, TakesTheSourceTreeWithoutAWord) {
  const DataInEnvironment environment(std::nullopt);
  const auto found = find_data_directory();
  ASSERT_TRUE(found);
  EXPECT_TRUE(fs::equivalent(*found, fs::path(KIERTOON_SOURCE_DIR) / "data"));
}

TEST(FindDataDirectory, PassesOverAnEnvironmentThatNamesNoDataFolder) {
  const TestFolder empty;
  const DataInEnvironment environment(empty.path());
  const auto found = find_data_directory();
  ASSERT_TRUE(found);
  EXPECT_TRUE(fs::equivalent(*found, fs::path(KIERTOON_SOURCE_DIR) / "data"));
}

}  // namespace
}  // namespace kiertoon
