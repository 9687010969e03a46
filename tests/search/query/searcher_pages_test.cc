// Order, totals and pages of a result.

#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

using ::testing::ElementsAre;

std::vector<Deed> dated_deeds() {
  auto deeds = deeds_of({{.id = "a", .title = "Öljy teko"},
                         {.id = "b", .title = "aika teko"},
                         {.id = "c", .title = "Åbo teko"},
                         {.id = "d", .title = "100 teko"},
                         {.id = "e", .title = "ääni teko"},
                         {.id = "f", .title = "27 teko"},
                         {.id = "g", .title = "\"Zumba\" teko"}});
  const std::vector<std::string> dates{
      "2021-05-01", "", "2019-12-31", "2024-01-01", "2021-05-01", "", "2021-04-30"};
  for (std::size_t i = 0; i < deeds.size(); ++i) {
    deeds[i].published = date_from_iso(dates[i]);
  }
  return deeds;
}

TEST(SortOrders, PutUndatedDeedsLastAndTiesById) {
  TestIndex index(dated_deeds());
  EXPECT_THAT(index.ids({.text = "", .sort = SortOrder::kNewest}),
              ElementsAre("d", "a", "e", "g", "c", "b", "f"));
  EXPECT_THAT(index.ids({.text = "", .sort = SortOrder::kOldest}),
              ElementsAre("c", "g", "a", "e", "d", "b", "f"));
}

TEST(SortOrders, OfTitlesAreFinnish) {
  TestIndex index(dated_deeds());
  EXPECT_THAT(index.ids({.text = "", .sort = SortOrder::kTitle}),
              ElementsAre("f", "d", "b", "g", "c", "e", "a"));
}

TEST(SortOrders, HoldForTheMatchesOfAQuery) {
  TestIndex index(dated_deeds());
  EXPECT_THAT(index.ids({.text = "aika ääni öljy", .sort = SortOrder::kTitle}),
              ElementsAre("b", "e", "a"));
  EXPECT_THAT(index.ids({.text = "aika ääni öljy", .sort = SortOrder::kOldest}),
              ElementsAre("a", "e", "b"));
}

TEST(SortOrders, ByRelevanceWithoutWordsAreTheNewestFirst) {
  TestIndex index(dated_deeds());
  EXPECT_EQ(index.ids(""), index.ids({.text = "", .sort = SortOrder::kNewest}));
  EXPECT_EQ(index.ids("kieli:fi"), index.ids({.text = "", .sort = SortOrder::kNewest}));
}

// Many deeds that only their ids tell apart.
std::vector<Deed> alike_deeds(int count) {
  std::vector<Deed> deeds;
  for (int i = 0; i < count; ++i) {
    deeds.push_back(deed_of({.id = "d" + std::to_string(1000 + i),
                             .title = i % 4 == 0 ? "Työhyvinvointi" : "Hyvinvointi työssä",
                             .summary = "Kehittämisteko.",
                             .body = i % 7 == 0 ? "Mentorointi" : ""}));
    if (i % 5 != 0) {
      deeds.back().published = std::chrono::year(2015 + i % 3) / 1 / 1;
    }
  }
  return deeds;
}

std::vector<std::string> all_pages(TestIndex& index, SearchRequest request, std::size_t per_page) {
  std::vector<std::string> ids;
  request.limit = per_page;
  for (request.offset = 0;; request.offset += per_page) {
    const auto page = index.ids(request);
    ids.insert(ids.end(), page.begin(), page.end());
    if (page.size() < per_page) {
      return ids;
    }
  }
}

TEST(Pages, NeverOverlapNorSkip) {
  TestIndex index(alike_deeds(137));
  for (const std::string text : {"",
                                 "hyvinvointi",
                                 "työ mentorointi",
                                 "\"hyvinvointi työssä\"",
                                 "teko -mentorointi",
                                 "kehit*",
                                 "vuosi:2016"}) {
    for (const SortOrder sort :
         {SortOrder::kRelevance, SortOrder::kNewest, SortOrder::kOldest, SortOrder::kTitle}) {
      const SearchRequest request{.text = text, .sort = sort};
      const auto once = all_pages(index, request, 100);
      EXPECT_EQ(std::set(once.begin(), once.end()).size(), once.size()) << text;
      EXPECT_EQ(once.size(), index.search(request).total) << text;
      for (const std::size_t per_page : {1U, 7U, 20U}) {
        EXPECT_EQ(all_pages(index, request, per_page), once) << text << " by " << per_page;
      }
    }
  }
}

TEST(Pages, BreakTiesById) {
  TestIndex index(alike_deeds(50));
  const auto ids = index.ids("kehittämisteko");
  ASSERT_EQ(ids.size(), 50U);
  const auto scores = index.search({.text = "kehittämisteko", .limit = 100}).hits;
  for (std::size_t i = 1; i < scores.size(); ++i) {
    EXPECT_TRUE(scores[i - 1].score > scores[i].score || scores[i - 1].id < scores[i].id) << i;
  }
}

TEST(Pages, BeyondTheEndAreEmpty) {
  TestIndex index(alike_deeds(5));
  const auto result = index.search({.text = "hyvinvointi", .offset = 5});
  EXPECT_TRUE(result.hits.empty());
  EXPECT_EQ(result.total, 5U);
  EXPECT_TRUE(
      index.ids({.text = "hyvinvointi", .offset = kMaxReachableHits - 1, .limit = 1}).empty());
}

TEST(Pages, OfNoHitsStillHaveATotal) {
  TestIndex index(alike_deeds(5));
  const auto result = index.search({.text = "hyvinvointi", .limit = 0});
  EXPECT_TRUE(result.hits.empty());
  EXPECT_EQ(result.total, 5U);
}

TEST(Totals, AreExact) {
  TestIndex index(alike_deeds(137));
  for (const std::size_t limit : {1U, 20U, 100U}) {
    const auto result = index.search({.text = "mentorointi", .limit = limit});
    EXPECT_EQ(result.total, 20U);
    EXPECT_TRUE(result.total_is_exact);
    EXPECT_EQ(index.search({.text = "", .limit = limit}).total, 137U);
  }
}

TEST(Identities, AreThoseOfTheFullHits) {
  TestIndex index(alike_deeds(30));
  const auto full = index.search("työ mentorointi");
  const auto identities = index.search({.text = "työ mentorointi", .detail = HitDetail::kIdentity});
  ASSERT_EQ(identities.hits.size(), full.hits.size());
  for (std::size_t i = 0; i < full.hits.size(); ++i) {
    EXPECT_EQ(identities.hits[i].id, full.hits[i].id);
    EXPECT_DOUBLE_EQ(identities.hits[i].score, full.hits[i].score);
    EXPECT_TRUE(identities.hits[i].title.empty());
  }
}

}  // namespace
}  // namespace kiertoon
