// Deeds near a query in subject that have none of its words.

#include "search/query/related_deeds.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/search/query/query_index.h"
#include "tests/search/similar/example_deeds.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsSubsetOf;
using ::testing::Not;
using ::testing::SizeIs;

SearchResult search(const SearchRequest& request) {
  return value_or_throw(example_service().search(request));
}

// Finds a few deeds, and there are others of the subject.
const std::string kQuery = "perehdytyskansio";

std::vector<std::string> all_ids(const SearchResult& result) {
  auto ids = ids_of(result.hits);
  const auto related = ids_of(result.related);
  ids.insert(ids.end(), related.begin(), related.end());
  return ids;
}

TEST(RelatedDeeds, FillThePageAfterTheHits) {
  const auto result = search({.text = kQuery, .limit = 30});
  ASSERT_LT(result.total, 25U);
  EXPECT_EQ(result.hits.size(), result.total) << "related deeds do not count";
  ASSERT_THAT(result.related, Not(IsEmpty()));
  EXPECT_LE(all_ids(result).size(), 30U);
  const auto ids = all_ids(result);
  EXPECT_EQ(std::set(ids.begin(), ids.end()).size(), ids.size()) << "none is a hit";
}

TEST(RelatedDeeds, AreNearestFirstAndHaveNoneOfTheWords) {
  const auto related = search({.text = kQuery}).related;
  EXPECT_TRUE(std::is_sorted(related.begin(), related.end(), [](const Hit& a, const Hit& b) {
    return a.score > b.score;
  }));
  for (const auto& deed : related) {
    EXPECT_THAT(deed.matched, IsEmpty()) << deed.id;
    EXPECT_GE(deed.score, 0.2) << deed.id;
    EXPECT_LE(deed.score, 1.0 + 1e-6) << deed.id;
  }
}

TEST(RelatedDeeds, FollowTheLastHitWhicheverPageItIsOn) {
  const auto total = search({.text = kQuery}).total;
  ASSERT_GE(total, 2U);
  EXPECT_THAT(search({.text = kQuery, .limit = total - 1}).related, IsEmpty()) << "not the last";
  EXPECT_THAT(search({.text = kQuery, .limit = total}).related, IsEmpty()) << "no room";
  EXPECT_THAT(search({.text = kQuery, .limit = total + 1}).related, SizeIs(1));
  const auto last = search({.text = kQuery, .offset = total - 1, .limit = 4});
  EXPECT_THAT(last.hits, SizeIs(1));
  EXPECT_THAT(last.related, SizeIs(3));
  EXPECT_THAT(ids_of(search({.text = kQuery, .offset = total, .limit = 4}).related), IsEmpty())
      << "behind the last page";
  EXPECT_THAT(search({.text = kQuery, .offset = total + 1, .limit = 4}).related, IsEmpty());
}

TEST(RelatedDeeds, DoNotComeWithConditions) {
  for (const auto& query : {std::string("\"sijaisten perehdytys\""),
                            kQuery + " -kotihoito",
                            "otsikko:" + kQuery,
                            kQuery + " kieli:fi",
                            kQuery + " vuosi:2021..2024"}) {
    EXPECT_THAT(search({.text = query}).related, IsEmpty()) << query;
  }
}

TEST(RelatedDeeds, DoNotComeWithExactSearchesOrOtherOrders) {
  EXPECT_THAT(search({.text = kQuery, .interpretation = Interpretation::kExact}).related,
              IsEmpty());
  EXPECT_THAT(
      search({.text = kQuery, .interpretation = Interpretation::kWithoutTranslation}).related,
      Not(IsEmpty()));
  for (const SortOrder sort : {SortOrder::kNewest, SortOrder::kOldest, SortOrder::kTitle}) {
    EXPECT_THAT(search({.text = kQuery, .sort = sort}).related, IsEmpty());
  }
}

TEST(RelatedDeeds, DoNotComeWithoutWordsOrWithManyHits) {
  EXPECT_THAT(search({.text = ""}).related, IsEmpty());
  const auto many = search({.text = "työ", .offset = 0, .limit = 100});
  ASSERT_GE(many.total, 100U);
  EXPECT_THAT(many.related, IsEmpty());
}

TEST(RelatedDeeds, PassTheFilters) {
  SearchRequest request{.text = kQuery, .limit = 100};
  const auto all = ids_of(search(request).related);
  request.filters.of(Facet::kTheme) = {"johtaminen"};
  const auto filtered = search(request).related;
  ASSERT_THAT(filtered, Not(IsEmpty()));
  for (const auto& deed : filtered) {
    EXPECT_THAT(deed.themes, ::testing::Contains("johtaminen")) << deed.id;
  }
  EXPECT_LT(filtered.size(), all.size());
}

TEST(RelatedDeeds, AreNotCountedInFacets) {
  const auto result = search({.text = kQuery, .facets = {Facet::kLanguage}});
  std::size_t counted = 0;
  for (const auto& value : result.facets.front().values) {
    counted += value.count;
  }
  EXPECT_EQ(counted, result.total);
}

// Deeds of five subjects of eight words, each with six of them: enough for a latent space.
SimilarityModel model() {
  std::vector<DeedProfile> profiles;
  for (std::size_t i = 0; i < 60; ++i) {
    DeedProfile profile;
    for (std::size_t word = 0; word < 8; ++word) {
      if (word % 4 != (i / 5) % 4) {
        profile.terms.push_back({"p:" + std::to_string(i % 5) + std::to_string(word), 1});
      }
    }
    profiles.push_back(std::move(profile));
  }
  return SimilarityModel(SimilarityCorpus::fit(profiles, {}));
}

PlannedWord word(std::string term) {
  return {.word = "x", .alternatives = {{.term = std::move(term), .term_class = TermClass::kPart}}};
}

bool any(std::uint32_t) {
  return true;
}

TEST(RelatedDeeds, AreOfTheSubjectOfTheWords) {
  const SimilarityModel space = model();
  ASSERT_GT(space.dimensions(), 0U);
  const auto deeds = related_deeds(space, {word("p:20"), word("p:21")}, 12, any);
  ASSERT_THAT(deeds, SizeIs(12));
  for (const auto& deed : deeds) {
    EXPECT_EQ((deed.document - 1) % 5, 2U) << deed.document;
  }
}

TEST(RelatedDeeds, AreAsManyAsWantedOfThoseThatMayAnswer) {
  const SimilarityModel space = model();
  const auto even = [](std::uint32_t document) { return document % 2 == 0; };
  const auto deeds = related_deeds(space, {word("p:20")}, 3, even);
  ASSERT_THAT(deeds, SizeIs(3));
  for (const auto& deed : deeds) {
    EXPECT_EQ(deed.document % 2, 0U);
  }
  EXPECT_THAT(related_deeds(space, {word("p:20")}, 0, any), IsEmpty());
  EXPECT_THAT(related_deeds(space, {}, 3, any), IsEmpty());
  EXPECT_THAT(related_deeds(space, {word("p:99")}, 3, any), IsEmpty()) << "an unknown word";
  EXPECT_THAT(related_deeds(SimilarityModel(), {word("p:20")}, 3, any), IsEmpty());
}

TEST(NearestInSpace, KeepsToItsLimitsAndIsBestFirst) {
  const SimilarityModel space = model();
  const DeedVector wanted = space.vector_of(1);
  const auto near = space.nearest_in_space(wanted, {.count = 60, .least = 0.5}, any);
  ASSERT_THAT(near, Not(IsEmpty()));
  EXPECT_EQ(near.front().document % 5, 1U);
  EXPECT_NEAR(near.front().score, 1.0, 1e-5);
  for (std::size_t i = 1; i < near.size(); ++i) {
    EXPECT_GE(near[i].score, 0.5);
    EXPECT_TRUE(near[i - 1].score > near[i].score ||
                (near[i - 1].score == near[i].score && near[i - 1].document < near[i].document));
  }
  EXPECT_THAT(space.nearest_in_space(wanted, {.count = 2, .least = 0.5}, any), SizeIs(2));
  EXPECT_THAT(space.nearest_in_space(wanted, {.count = 9, .least = 1.1}, any), IsEmpty());
  EXPECT_THAT(space.nearest_in_space(DeedVector(), {.count = 9, .least = 0.0}, any), IsEmpty());
}

}  // namespace
}  // namespace kiertoon
