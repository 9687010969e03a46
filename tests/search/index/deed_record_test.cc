#include "search/index/deed_record.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/deed/deed_json.h"
#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

Deed full_deed() {
  Deed deed = deed_of({.id = "2021-0042",
                       .title = "Työ \"ja\" yö",
                       .summary = "Kaksi\nriviä",
                       .body = "Teksti \u2028 <b>näin</b>"});
  deed.published = date_from_iso("2021-09-14");
  deed.awards = {{.year = 2021, .kind = AwardKind::kFinalist, .category = "viestinta"}};
  deed.contacts = {{.name = "Maija", .email = "maija@koski.example", .phone = ""}};
  return deed;
}

TokenTable small_table() {
  return {{.places = {{0, 4, 0, 1}}, .hashes = {42}}};
}

TEST(DeedRecord, LeadsBackToTheDeedAndItsTokens) {
  const auto record = decode_deed_record(encode_deed_record(full_deed(), small_table()));
  ASSERT_TRUE(record) << record.error().to_string();
  EXPECT_EQ(serialise_deed(record->deed), serialise_deed(full_deed()));
  ASSERT_EQ(record->tokens.size(), 1U);
  EXPECT_EQ(record->tokens[0].hashes, (std::vector<std::uint16_t>{42}));
}

TEST(DeedRecord, GivesTheDeedAlone) {
  const auto deed = decode_deed_of_record(encode_deed_record(full_deed(), small_table()));
  ASSERT_TRUE(deed) << deed.error().to_string();
  EXPECT_EQ(serialise_deed(*deed), serialise_deed(full_deed()));
  EXPECT_FALSE(decode_deed_of_record("no record"));
}

TEST(DeedRecord, WithoutTokensIsReadToo) {
  const auto record = decode_deed_record(encode_deed_record(full_deed(), {}));
  ASSERT_TRUE(record);
  EXPECT_TRUE(record->tokens.empty());
}

TEST(DeedRecord, ThatIsDamagedIsRefusedWithAHint) {
  const std::string whole = encode_deed_record(full_deed(), small_table());
  const std::vector<std::string> damaged{"",
                                         "\n",
                                         "12",
                                         "x\n{}",
                                         "-1\n{}",
                                         "2\n{}",
                                         "99999999999999999999\n{}",
                                         "18446744073709551615\n{}",
                                         whole.substr(1),
                                         whole.substr(0, whole.size() / 2)};
  for (const auto& bytes : damaged) {
    const auto record = decode_deed_record(bytes);
    ASSERT_FALSE(record) << bytes.substr(0, 40);
    EXPECT_EQ(record.error().code, ErrorCode::kInvalidData);
    EXPECT_THAT(record.error().hint, ::testing::HasSubstr("kiertoon-indexer build"));
  }
}

TEST(DeedRecord, KeepsTheDeedWhenOnlyTheTokensAreDamaged) {
  const std::string whole = encode_deed_record(full_deed(), small_table());
  const auto record = decode_deed_record(whole.substr(0, whole.size() - 1));
  ASSERT_TRUE(record);
  EXPECT_EQ(record->deed.id, "2021-0042");
  EXPECT_TRUE(record->tokens.empty());
}

}  // namespace
}  // namespace kiertoon
