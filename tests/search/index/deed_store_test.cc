#include "search/index/deed_store.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "tests/search/test_index.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

using ::testing::HasSubstr;

class DeedStoreFile : public ::testing::Test {
 protected:
  void SetUp() override {
    auto writer = value_or_throw(DeedStoreWriter::create(file()));
    for (const std::string id : {"2021-0042", "b", "z"}) {
      const Deed deed = deed_of({.id = id, .title = "Teko " + id, .summary = "", .body = ""});
      writer.add(id, encode_deed_record(deed, {}));
    }
    ASSERT_TRUE(writer.finish());
  }

  [[nodiscard]] std::filesystem::path file() const { return folder_.path("records"); }

  // What opening these bytes says.
  [[nodiscard]] ErrorCode refusal(const std::string& bytes) {
    const auto store = DeedStore::open(folder_.write("other", bytes));
    EXPECT_FALSE(store) << "opened " << bytes.size() << " bytes";
    if (store) {
      return ErrorCode::kInternal;
    }
    EXPECT_THAT(store.error().message, HasSubstr("other"));
    return store.error().code;
  }

  TestFolder folder_;
};

TEST_F(DeedStoreFile, GivesEachDeedByItsNumber) {
  const auto store = value_or_throw(DeedStore::open(file()));
  ASSERT_EQ(store.deed_count(), 3U);
  EXPECT_EQ(store.id(1), "2021-0042");
  EXPECT_EQ(store.id(2), "b");
  EXPECT_EQ(store.id(3), "z");
  EXPECT_EQ(store.record(1).deed.title, "Teko 2021-0042");
  EXPECT_EQ(store.record(3).deed.title, "Teko z");
  EXPECT_EQ(store.deed(3).title, "Teko z");
}

TEST_F(DeedStoreFile, MayHoldNothing) {
  auto writer = value_or_throw(DeedStoreWriter::create(folder_.path("empty")));
  ASSERT_TRUE(writer.finish());
  EXPECT_EQ(value_or_throw(DeedStore::open(folder_.path("empty"))).deed_count(), 0U);
}

TEST_F(DeedStoreFile, IsRefusedWhenItIsMissing) {
  const auto store = DeedStore::open(folder_.path("nowhere"));
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, ErrorCode::kNotFound);
}

TEST_F(DeedStoreFile, CannotBeMadeWhereThereIsNoFolder) {
  const auto writer = DeedStoreWriter::create(folder_.path("nowhere") / "records");
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().code, ErrorCode::kUnavailable);
  EXPECT_THAT(writer.error().message, HasSubstr("nowhere"));
}

TEST_F(DeedStoreFile, IsRefusedWhenItIsCutShort) {
  const std::string whole = value_or_throw(read_file(file()));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_EQ(refusal(whole.substr(0, size)), ErrorCode::kInvalidData) << size;
  }
}

TEST_F(DeedStoreFile, IsRefusedWhenItIsOfAnotherVersion) {
  std::string bytes = value_or_throw(read_file(file()));
  bytes[8] = '\x7F';
  EXPECT_EQ(refusal(bytes), ErrorCode::kVersionMismatch);
}

TEST_F(DeedStoreFile, IsRefusedWhenItsTableIsWrong) {
  const std::string whole = value_or_throw(read_file(file()));
  const std::string ids = "2021-0042bz";
  const std::size_t table = whole.rfind(ids) - sizeof(std::uint64_t) - 3 * sizeof(DeedStoreEntry);
  for (std::size_t at = table; at < table + 3 * sizeof(DeedStoreEntry); at += 8) {
    std::string bytes = whole;
    bytes[at + 7] = '\x40';  // beyond the end of the file
    EXPECT_EQ(refusal(bytes), ErrorCode::kInvalidData) << at;
  }
}

TEST_F(DeedStoreFile, SaysThatARecordIsDamaged) {
  std::string bytes = value_or_throw(read_file(file()));
  bytes.replace(bytes.find("Teko z") - 2, 2, "  ");
  const auto store = value_or_throw(DeedStore::open(folder_.write("other", bytes)));
  EXPECT_EQ(store.record(2).deed.title, "Teko b");
  EXPECT_THROW(static_cast<void>(store.record(3)), Xapian::DatabaseCorruptError);
  EXPECT_THROW(static_cast<void>(store.deed(3)), Xapian::DatabaseCorruptError);
}

TEST_F(DeedStoreFile, SaysThatItBecameShorter) {
  const auto store = value_or_throw(DeedStore::open(file()));
  std::filesystem::resize_file(file(), 20);
  EXPECT_THROW(static_cast<void>(store.record(3)), Xapian::DatabaseError);
}

}  // namespace
}  // namespace kiertoon
