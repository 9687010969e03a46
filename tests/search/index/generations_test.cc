#include "search/index/generations.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/test_folder.h"

namespace kiertoon {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

void make_generation(const TestFolder& folder, std::string_view name) {
  folder.write(std::string(name) + "/iamglass", "x");
}

TEST(CurrentGeneration, IsTheOneMadeCurrentLast) {
  const TestFolder folder;
  for (const std::string name : {"generation-1", "generation-2"}) {
    make_generation(folder, name);
    ASSERT_TRUE(make_current(folder.path(), name));
    EXPECT_EQ(current_generation(folder.path()), name);
  }
}

TEST(CurrentGeneration, IsMissingWithAHintToBuildOne) {
  const TestFolder folder;
  for (const auto& path : {folder.path("missing"), folder.path()}) {
    const auto current = current_generation(path);
    ASSERT_FALSE(current);
    EXPECT_EQ(current.error().code, ErrorCode::kNotFound);
    EXPECT_THAT(current.error().message, HasSubstr(path.string()));
    EXPECT_THAT(current.error().hint, HasSubstr("kiertoon-indexer build"));
  }
}

TEST(CurrentGeneration, RefusesAFolderOfSomethingElse) {
  const TestFolder folder;
  folder.write("letter.txt", "");
  const auto current = current_generation(folder.path());
  ASSERT_FALSE(current);
  EXPECT_EQ(current.error().code, ErrorCode::kInvalidData);
  EXPECT_THAT(current.error().message, HasSubstr("not a kiertoon index"));
}

TEST(CurrentGeneration, RefusesAFileInPlaceOfTheFolder) {
  const TestFolder folder;
  const auto current = current_generation(folder.write("index", ""));
  ASSERT_FALSE(current);
  EXPECT_EQ(current.error().code, ErrorCode::kInvalidData);
}

TEST(CurrentGeneration, RefusesADamagedCurrentFile) {
  const TestFolder folder;
  make_generation(folder, "generation-1");
  make_generation(folder, "elsewhere");
  for (const std::string& content : {std::string(""),
                                     std::string("\n"),
                                     std::string("elsewhere"),
                                     std::string("generation-2"),
                                     std::string("generation-1/../elsewhere"),
                                     std::string("../generation-1"),
                                     std::string("generation-1\ngeneration-2"),
                                     std::string("\0\0\0", 3),
                                     std::string(100'000, 'x')}) {
    folder.write("current", content);
    const auto current = current_generation(folder.path());
    ASSERT_FALSE(current) << content.substr(0, 40);
    EXPECT_EQ(current.error().code, ErrorCode::kInvalidData);
    EXPECT_THAT(current.error().message, HasSubstr("current"));
    EXPECT_LT(current.error().message.size(), 1000U);
  }
}

TEST(CurrentGeneration, PassesOverWhiteSpaceAroundTheName) {
  const TestFolder folder;
  make_generation(folder, "generation-1");
  folder.write("current", " generation-1\r\n");
  EXPECT_EQ(current_generation(folder.path()), "generation-1");
}

TEST(OldGenerations, AreRemovedSaveTheLastTwo) {
  const TestFolder folder;
  for (const std::string name : {"generation-1", "generation-2", "generation-3", "notes"}) {
    make_generation(folder, name);
  }
  remove_old_generations(folder.path(), "generation-3", "generation-2");
  EXPECT_FALSE(fs::exists(folder.path("generation-1")));
  EXPECT_TRUE(fs::exists(folder.path("generation-2/iamglass")));
  EXPECT_TRUE(fs::exists(folder.path("generation-3/iamglass")));
  EXPECT_TRUE(fs::exists(folder.path("notes/iamglass")));
}

TEST(OldGenerations, OfAMissingFolderAreNoMatter) {
  const TestFolder folder;
  EXPECT_NO_THROW(remove_old_generations(folder.path("missing"), "generation-1", ""));
}

TEST(IndexLock, IsHeldByOneAtATime) {
  const TestFolder folder;
  auto first = IndexLock::acquire(folder.path("index"));
  ASSERT_TRUE(first) << first.error().to_string();
  const auto second = IndexLock::acquire(folder.path("index"));
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kBusy);
  EXPECT_THAT(second.error().message, HasSubstr(folder.path("index").string()));
  EXPECT_FALSE(second.error().hint.empty());
  first->reset();
  EXPECT_TRUE(IndexLock::acquire(folder.path("index")));
}

TEST(IndexLock, MakesTheFolderAndThoseAboveIt) {
  const TestFolder folder;
  ASSERT_TRUE(IndexLock::acquire(folder.path("a/b/index")));
  EXPECT_TRUE(fs::is_directory(folder.path("a/b/index")));
}

TEST(IndexLock, RefusesAFolderOfSomethingElseAndLeavesItAlone) {
  const TestFolder folder;
  folder.write("letter.txt", "Hyvä ystävä");
  const auto lock = IndexLock::acquire(folder.path());
  ASSERT_FALSE(lock);
  EXPECT_EQ(lock.error().code, ErrorCode::kInvalidData);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1);
  EXPECT_EQ(folder.read("letter.txt"), "Hyvä ystävä");
}

TEST(IndexLock, FailsWhereNoFolderCanBeMade) {
  const TestFolder folder;
  folder.write("file", "");
  const auto lock = IndexLock::acquire(folder.path("file/index"));
  ASSERT_FALSE(lock);
  EXPECT_EQ(lock.error().code, ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace kiertoon
