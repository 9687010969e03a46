#include "search/index/stored_deeds.h"

#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/deed/deed_json.h"
#include "search/index/generations.h"
#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

using ::testing::ElementsAreArray;

std::vector<std::string> as_json(const std::vector<Deed>& deeds) {
  std::vector<std::string> lines;
  for (const auto& deed : deeds) {
    lines.push_back(serialise_deed(deed));
  }
  return lines;
}

TEST(StoredDeeds, AreThoseOfTheCurrentGenerationWordForWord) {
  const TestFolder folder;
  auto deeds = read_deeds(KIERTOON_SOURCE_DIR "/data/deeds/published.jsonl");
  deeds.front().contacts = {{.name = "Maija", .email = "maija@koski.example", .phone = "+358 1"}};
  publish_deeds(folder.path("index"), {});
  publish_deeds(folder.path("index"), deeds);
  const auto stored = read_stored_deeds(folder.path("index"));
  ASSERT_TRUE(stored) << stored.error().to_string();
  EXPECT_THAT(as_json(*stored), ElementsAreArray(as_json(deeds)));
}

TEST(StoredDeeds, AreNotThereWithoutAnIndex) {
  const TestFolder folder;
  for (const auto& index : {folder.path("none"), folder.path()}) {
    const auto stored = read_stored_deeds(index);
    ASSERT_FALSE(stored);
    EXPECT_EQ(stored.error().code, ErrorCode::kNotFound);
  }
}

TEST(StoredDeeds, OfADamagedIndexAreAnError) {
  const TestFolder folder;
  const auto published = publish_deeds(folder.path("index"), {});
  std::filesystem::remove_all(
      database_path(generation_path(folder.path("index"), published.generation)));
  EXPECT_FALSE(read_stored_deeds(folder.path("index")));
}

// An update would lose the deeds that the file has not.
TEST(StoredDeeds, OfAnotherIndexAreAnError) {
  const TestFolder folder;
  const auto index = folder.path("index");
  const auto records_of = [&](const PublishedIndex& published) {
    return deeds_path(generation_path(index, published.generation));
  };
  const auto empty = publish_deeds(index, {});
  const auto full = publish_deeds(
      index, {deed_of({.id = "a", .title = "Kehittämisteko", .summary = "", .body = ""})});
  std::filesystem::copy_file(
      records_of(empty), records_of(full), std::filesystem::copy_options::overwrite_existing);
  const auto stored = read_stored_deeds(index);
  ASSERT_FALSE(stored);
  EXPECT_EQ(stored.error().code, ErrorCode::kInvalidData);
  EXPECT_THAT(stored.error().message, ::testing::HasSubstr(records_of(full).string()));
}

}  // namespace
}  // namespace kiertoon
