// Other names of several words: where they stand in a deed, and how they are shown.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/search/query/query_index.h"

namespace kiertoon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const OtherWords kOtherWords{
    .thesaurus =
        "varhainen-tuki\tpuheeksiotto | varhainen tuki | varhaisen tuen malli\ttidigt stöd\n"
        "hr\thenkilöstöasia | hr-palvelu | osaaminen ja hyvä työ\n"};

// The hits of "puheeksiotto", or of another query, in deeds of these bodies.
std::vector<Hit> hits(const std::vector<std::string>& bodies, std::string_view query) {
  std::vector<DeedText> texts{{.id = "x", .title = "Ruoka"}};
  for (const auto& body : bodies) {
    texts.push_back({.id = std::to_string(texts.size()), .title = "Teko", .body = body});
  }
  return QueryIndex(deeds_of(texts), kOtherWords).search(query).hits;
}

std::string snippet(const std::string& body, std::string_view query = "puheeksiotto") {
  const auto found = hits({body}, query);
  return found.empty() ? "" : marked(found.front().snippet);
}

TEST(HitPhrases, AreMarkedAsOneInAnyInflection) {
  EXPECT_EQ(snippet("Toimii varhaisessa tuessa hyvin."), "Toimii [varhaisessa tuessa] hyvin.");
  EXPECT_EQ(snippet("Varhaiset tuet, varhaista tukea."), "[Varhaiset tuet], [varhaista tukea].");
}

TEST(HitPhrases, DoNotMeetOtherOrdersOrWordsBetween) {
  for (const std::string body : {"Tuki varhainen.",
                                 "Varhainen ja hyvä tuki.",
                                 "Varhainen.",
                                 "Tuki.",
                                 "Varhainen tukiverkko.",
                                 "Varhainen"}) {
    EXPECT_EQ(snippet(body), "") << body;
  }
}

TEST(HitPhrases, DoNotMarkTheirWordsElsewhereInTheDeed) {
  EXPECT_EQ(snippet("Tuki on varhainen tuki, ja varhainen on hyvä."),
            "Tuki on [varhainen tuki], ja varhainen on hyvä.");
}

TEST(HitPhrases, DoNotReachFromOneTextToTheNext) {
  QueryIndex index(deeds_of({{.id = "a", .title = "Nyt varhainen", .body = "Tuki alkaa."},
                             {.id = "b", .title = "Varhainen tuki"}}),
                   kOtherWords);
  EXPECT_THAT(index.ids("puheeksiotto"), ElementsAre("b"));
}

TEST(HitPhrases, TakeTheLongestWhereTheyOverlap) {
  EXPECT_EQ(snippet("Käytämme varhaisen tuen mallia täällä."),
            "Käytämme [varhaisen tuen mallia] täällä.");
}

TEST(HitPhrases, MayHoldFunctionWordsAndHyphens) {
  EXPECT_EQ(snippet("Siinä on osaaminen ja hyvä työ mukana.", "henkilöstöasia"),
            "Siinä on [osaaminen ja hyvä työ] mukana.");
  EXPECT_EQ(snippet("Uudet hr-palvelut alkoivat.", "henkilöstöasia"),
            "Uudet [hr-palvelut] alkoivat.");
}

TEST(HitPhrases, SayWhichWordTheyMetAndHow) {
  const auto found = hits({"Alussa varhaista tukea."}, "puheeksiotto ruoassa");
  ASSERT_THAT(found, SizeIs(2));
  const Hit& hit = found[0].id == "1" ? found[0] : found[1];
  ASSERT_THAT(hit.matched, SizeIs(1));
  EXPECT_EQ(hit.matched[0].word, "puheeksiotto");
  EXPECT_EQ(hit.matched[0].as, "varhainen tuki");
  EXPECT_EQ(hit.matched[0].how, MatchKind::kSynonym);
}

TEST(HitPhrases, GiveWayToTheWordItself) {
  const auto found = hits({"Puheeksiotto on varhaista tukea."}, "puheeksiotto");
  ASSERT_THAT(found, SizeIs(1));
  ASSERT_THAT(found[0].matched, SizeIs(1));
  EXPECT_EQ(found[0].matched[0].how, MatchKind::kBaseForm);
  EXPECT_EQ(marked(found[0].snippet), "[Puheeksiotto] on [varhaista tukea].");
}

TEST(HitPhrases, AreNotWantedByTheirOwnWords) {
  EXPECT_THAT(hits({"Puheeksiotto."}, "varhainen"), IsEmpty());
  EXPECT_THAT(hits({"Puheeksiotto."}, "varhainen tuki"), SizeIs(1));
}

}  // namespace
}  // namespace kiertoon
