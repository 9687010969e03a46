#include "search/index/deed_bytes.h"

#include <string>

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "search/deed/deed_json.h"
#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

Deed full_deed() {
  Deed deed = deed_of({.id = "2021-0042",
                       .title = "Työ \"ja\" yö",
                       .summary = "Kaksi\nriviä",
                       .body = "Teksti \u2028 <b>näin</b>",
                       .language = Language::kSwedish});
  deed.url = "https://koski.example/teot/42";
  deed.sections.push_back({.kind = SectionKind::kLessons, .text = "Opittiin: \U0001F600"});
  deed.organisations.push_back({.name = "Åkerö stad",
                                .type = OrganisationType::kMunicipality,
                                .role = OrganisationRole::kPartner});
  deed.themes = {"tyohyvinvointi", "johtaminen"};
  deed.sectors = {"hallinto"};
  deed.keywords = {"Etätyö"};
  deed.published = date_from_iso("2021-09-14");
  deed.modified = date_from_iso("1969-12-31");
  deed.awards = {{.year = 2021, .kind = AwardKind::kFinalist, .category = "viestinta"},
                 {.year = -1, .kind = AwardKind::kHonourableMention, .category = ""}};
  deed.contacts = {{.name = "Maija", .email = "maija@koski.example", .phone = "+358 9 000"}};
  deed.source = "Sepitetty";
  return deed;
}

TEST(DeedBytes, LeadBackToEveryField) {
  const auto deed = decode_deed(encode_deed(full_deed()));
  ASSERT_TRUE(deed);
  EXPECT_EQ(serialise_deed(*deed), serialise_deed(full_deed()));
  const auto least = decode_deed(encode_deed(Deed{}));
  ASSERT_TRUE(least);
  EXPECT_EQ(serialise_deed(*least), serialise_deed(Deed{}));
}

TEST(DeedBytes, LeadBackToTheExampleDeeds) {
  for (const auto& deed : read_deeds(test_data_folder() / "deeds" / "examples.jsonl")) {
    const auto again = decode_deed(encode_deed(deed));
    ASSERT_TRUE(again) << deed.id;
    EXPECT_EQ(serialise_deed(*again), serialise_deed(deed));
  }
}

TEST(DeedBytes, ThatEndTooEarlyOrTooLateAreNoDeed) {
  const std::string whole = encode_deed(full_deed());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(decode_deed(whole.substr(0, size))) << size;
  }
  EXPECT_FALSE(decode_deed(whole + '\0'));
}

// Whatever stands in the file, what is read can be shown.
TEST(DeedBytes, WithAWrongByteAreNoDeedOrAnotherOneInUtf8) {
  const std::string whole = encode_deed(full_deed());
  std::size_t refused = 0;
  for (std::size_t place = 0; place < whole.size(); ++place) {
    for (const int byte : {0x00, 0x7F, 0x80, 0xC3, 0xFF}) {
      std::string damaged = whole;
      damaged[place] = static_cast<char>(byte);
      const auto deed = decode_deed(damaged);
      refused += deed ? 0 : 1;
      if (deed) {
        EXPECT_TRUE(is_valid_utf8(deed->title + deed->summary + deed->id + deed->source));
        EXPECT_TRUE(!deed->published || deed->published->ok());
        EXPECT_EQ(encode_deed(*deed), damaged) << place;
      }
    }
  }
  EXPECT_GT(refused, whole.size());
}

}  // namespace
}  // namespace kiertoon
