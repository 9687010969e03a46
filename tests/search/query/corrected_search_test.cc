#include <optional>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

using ::testing::IsEmpty;

TestIndex& index() {
  static TestIndex index({
      {.id = "a", .title = "Työhyvinvoinnin tukeminen", .summary = "", .body = "Kaikki yhdessä."},
      {.id = "b", .title = "Kotihoidon etätyöohje", .summary = "", .body = "Uusi tapa kehittää."},
      {.id = "c", .title = "Kehittäminen kuuluu kaikille", .summary = "", .body = "Työ ja tuki."},
      {.id = "d",
       .title = "Sijaisten perehdytys",
       .summary = "",
       .body = "Näin Limingan kunnassa."},
  });
  return index;
}

SearchResult search(std::string_view text) {
  return index().search(text);
}

// "applied: ..." or "offered: ..."; "none" without a correction.
std::string correction(std::string_view text) {
  const auto found = search(text).reading.correction;
  if (!found) {
    return "none";
  }
  return (found->state == CorrectionState::kApplied ? "applied: " : "offered: ") + found->text;
}

TEST(CorrectedSearch, PutsDotsAndDoubleLettersRight) {
  EXPECT_EQ(correction("tyohyvinvointi"), "applied: työhyvinvointi");
  EXPECT_EQ(correction("kehitaminen"), "applied: kehittäminen");
  EXPECT_EQ(correction("tyohyvinvoinnin tukeminen"), "applied: työhyvinvoinnin tukeminen");
  EXPECT_EQ(correction("Tyohyvinvoinnin"), "applied: Työhyvinvoinnin");
}

TEST(CorrectedSearch, CorrectsFormsThatNoDeedHasToWordsThatDeedsHave) {
  EXPECT_EQ(correction("tyohyvinvoinnista"), "applied: työhyvinvoinnista");
  EXPECT_EQ(index().ids("tyohyvinvoinnista"), index().ids("työhyvinvoinnista"));
}

TEST(CorrectedSearch, ForgivesALetter) {
  EXPECT_EQ(correction("kehittäminrn"), "applied: kehittäminen");
  EXPECT_EQ(correction("perehdyts"), "applied: perehdytys");
  EXPECT_EQ(correction("limignan"), "applied: Limingan");
}

TEST(CorrectedSearch, PutsTogetherAndTakesApart) {
  EXPECT_EQ(correction("perehdy tys"), "applied: perehdytys");
  EXPECT_EQ(correction("tukeminenperehdytys"), "applied: tukeminen perehdytys");
}

TEST(CorrectedSearch, LeavesKnownWordsAlone) {
  EXPECT_EQ(correction("etätyöohje"), "none");
  EXPECT_EQ(correction("etätyö ohje"), "none");
  EXPECT_EQ(correction("hyvinvointi"), "none") << "a part of a compound";
  EXPECT_EQ(correction("työhyvinvointia"), "none") << "another form";
  EXPECT_EQ(correction("työ hyvinvointi"), "none");
  EXPECT_EQ(correction("Kempele"), "none") << "a municipality, though no deed names it";
  EXPECT_EQ(correction("2021 on ja"), "none");
  EXPECT_EQ(correction(""), "none");
}

TEST(CorrectedSearch, JoinsKnownWordsWhenNothingIsFound) {
  EXPECT_EQ(correction("\"työ hyvinvoinnin\""), "applied: \"työhyvinvoinnin\"");
}

TEST(CorrectedSearch, KeepsTheRestOfTheTextAsItIs) {
  EXPECT_EQ(correction("  otsikko:kehitaminen  -kotihioto  OR"),
            "applied:   otsikko:kehittäminen  -kotihioto  OR");
  EXPECT_EQ(correction("\"sijiasten perehdytys\""), "applied: \"sijaisten perehdytys\"");
  EXPECT_EQ(correction("(kehitaminen) kieli:sv OR sijiasten"),
            "applied: (kehittäminen) kieli:sv OR sijaisten");
}

TEST(CorrectedSearch, SaysWhatWasChangedAndMarksIt) {
  const auto result = search("tyohyvinvoinnin tukeminen");
  ASSERT_TRUE(result.reading.correction);
  ASSERT_EQ(result.reading.correction->changes.size(), 1U);
  EXPECT_EQ(result.reading.correction->changes.front().from, "tyohyvinvoinnin");
  EXPECT_EQ(result.reading.correction->changes.front().to, "työhyvinvoinnin");
  ASSERT_FALSE(result.hits.empty());
  const auto& matched = result.hits.front().matched;
  ASSERT_EQ(matched.size(), 2U);
  EXPECT_EQ(matched[0].word, "tyohyvinvoinnin");
  EXPECT_EQ(matched[0].as, "työhyvinvointi");
  EXPECT_EQ(matched[0].how, MatchKind::kCorrection);
  EXPECT_EQ(matched[1].how, MatchKind::kBaseForm);
  EXPECT_EQ(marked(result.hits.front().title), "[Työhyvinvoinnin] [tukeminen]");
}

TEST(CorrectedSearch, IsSwitchedOffByExact) {
  const auto result = index().search(
      SearchRequest{.text = "kehitaminen", .interpretation = Interpretation::kExact});
  EXPECT_FALSE(result.reading.correction);
  EXPECT_THAT(result.hits, IsEmpty());
}

TEST(CorrectedSearch, FindsNothingRatherThanSomethingElse) {
  EXPECT_EQ(correction("xyzzy"), "none");
  EXPECT_EQ(correction("kissa"), "none") << "a word of the language";
}

TEST(CorrectedSearch, CountsUnderTheFiltersOfTheRequest) {
  SearchRequest request{.text = "kehitaminen"};
  request.filters.of(Facet::kTheme) = {"johtaminen"};
  EXPECT_FALSE(index().search(request).reading.correction) << "the correction finds nothing either";
}

}  // namespace
}  // namespace kiertoon
