#include "indexer/jsonl_source.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

constexpr const char* kDeed =
    R"({"id":"a","title":"Teko","organisations":[{"name":"Ii","type":"municipality","role":"lead"}]})";

// The id of each deed, or place and text of the errors of each wrong record.
std::vector<std::string> read_all(std::string_view text) {
  JsonlSource source("deeds.jsonl", read_from(text));
  std::vector<std::string> records;
  for (auto record = source.next(); record && *record; record = source.next()) {
    if ((*record)->deed) {
      records.push_back((*record)->deed->deed.id);
      continue;
    }
    for (const FieldError& error : (*record)->deed.error()) {
      records.push_back((*record)->place.to_string() + ": " + error.to_string());
    }
  }
  return records;
}

TEST(JsonlSource, ReadsADeedALine) {
  const std::string deed = kDeed;
  EXPECT_THAT(read_all(""), SizeIs(0));
  EXPECT_THAT(read_all(deed), ElementsAre("a"));
  EXPECT_THAT(read_all(deed + "\n" + deed + "\n"), ElementsAre("a", "a"));
}

TEST(JsonlSource, AcceptsByteOrderMarkCarriageReturnsAndBlankLines) {
  const std::string deed = kDeed;
  EXPECT_THAT(read_all("\xEF\xBB\xBF" + deed + "\r\n\r\n \t\n\n" + deed + "\r\n"),
              ElementsAre("a", "a"));
  EXPECT_THAT(read_all("\xEF\xBB\xBF\r\n" + deed), ElementsAre("a"));
}

TEST(JsonlSource, NamesTheLineOfAWrongRecordAndGoesOn) {
  const std::string deed = kDeed;
  EXPECT_THAT(read_all("\n" + deed + "\n[]\n{\"id\":\n" + deed),
              ElementsAre("a",
                          "deeds.jsonl:3: the record is not a JSON object",
                          "deeds.jsonl:4: the record is not valid JSON in UTF-8 (at byte 7)",
                          "a"));
}

TEST(JsonlSource, RefusesALineThatIsTooLong) {
  const std::string deed = kDeed;
  const std::string padded = deed + std::string(kMaxJsonlLineBytes - deed.size(), ' ');
  EXPECT_THAT(read_all(padded + "\n" + deed), ElementsAre("a", "a"));
  EXPECT_THAT(
      read_all(padded + " \n" + deed),
      ElementsAre("deeds.jsonl:1: the record has 4194305 bytes; 4194304 are allowed in a line",
                  "a"));
}

}  // namespace
}  // namespace kiertoon
