#include "search/words/deed_entries.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

DeedEntries example() {
  return DeedEntries::of({{3, 5}, {1, 2}, {1, 0}, {3, 5}, {3, 2}}, 4);
}

std::vector<std::uint32_t> entries(const DeedEntries& deeds, std::uint32_t document) {
  const auto found = deeds.entries(document);
  return {found.begin(), found.end()};
}

TEST(DeedEntries, HaveEachEntryOfADocumentOnceAndInOrder) {
  const auto deeds = example();
  EXPECT_EQ(deeds.last(), 4U);
  EXPECT_THAT(entries(deeds, 1), ElementsAre(0, 2));
  EXPECT_THAT(entries(deeds, 2), IsEmpty());
  EXPECT_THAT(entries(deeds, 3), ElementsAre(2, 5));
  EXPECT_THAT(entries(deeds, 4), IsEmpty());
}

TEST(DeedEntries, CountTheDocumentsOfAnEntry) {
  const auto deeds = example();
  EXPECT_THAT(deeds.count(std::vector<std::uint32_t>{1, 2, 3}, 0, 6),
              ElementsAre(1, 0, 2, 0, 0, 1));
  EXPECT_THAT(deeds.count(std::vector<std::uint32_t>{1, 3}, 1, 3), ElementsAre(0, 2));
  EXPECT_THAT(deeds.count(std::vector<std::uint32_t>{}, 2, 4), ElementsAre(0, 0));
}

std::string bytes_of(const DeedEntries& deeds) {
  ByteWriter writer;
  deeds.write(writer);
  return writer.take();
}

bool can_read(std::string_view bytes, std::uint64_t documents, std::size_t entry_count) {
  ByteReader reader(bytes);
  return DeedEntries::read(reader, documents, entry_count).has_value();
}

TEST(DeedEntries, AreTheSameAfterTheyWereWrittenAndRead) {
  const std::string bytes = bytes_of(example());
  ByteReader reader(bytes);
  const auto again = DeedEntries::read(reader, 4, 6);
  ASSERT_TRUE(again);
  EXPECT_EQ(bytes_of(*again), bytes);
  EXPECT_TRUE(can_read(bytes_of(DeedEntries::of({}, 0)), 0, 0));
}

TEST(DeedEntries, RefuseWhatIsNotOfTheseDocumentsAndEntries) {
  const std::string bytes = bytes_of(example());
  EXPECT_FALSE(can_read(bytes, 3, 6));
  EXPECT_FALSE(can_read(bytes, 5, 6));
  EXPECT_FALSE(can_read(bytes, 4, 5));  // entry 5 is there
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(can_read(std::string_view(bytes).substr(0, size), 4, 6)) << size;
  }
}

TEST(DeedEntries, RefuseBeginningsThatDoNotAscend) {
  ByteWriter writer;
  writer.values(std::span<const std::uint32_t>(std::vector<std::uint32_t>{0, 2, 1, 2}));
  writer.values(std::span<const std::uint32_t>(std::vector<std::uint32_t>{0, 0}));
  EXPECT_FALSE(can_read(writer.take(), 3, 1));
}

}  // namespace
}  // namespace kiertoon
