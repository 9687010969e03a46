#include "search/similar/similar_choice.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/index/snapshot.h"
#include "tests/search/test_index.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kKitchen =
    "Lapset punnitsevat biojätteen koulun keittiöllä joka päivä ja hävikki väheni kolmanneksen "
    "lukuvuodessa kun annokset otettiin pienempinä linjastolta";
constexpr const char* kKitchenAgain =
    "Lapset punnitsevat biojätteen koulun keittiöllä joka päivä ja hävikki väheni puoleen "
    "lukuvuodessa kun annokset otettiin pienempinä linjastolta";

Deed deed_by(const std::string& id,
             const std::string& text,
             const std::vector<std::string>& organisations) {
  Deed deed = deed_of({.id = id, .title = text, .summary = "", .body = ""});
  deed.organisations.clear();
  for (const auto& name : organisations) {
    deed.organisations.push_back({.name = name, .type = OrganisationType::kCompany});
  }
  return deed;
}

// Documents 1 to 7, in this order.
class SimilarChoice : public testing::Test {
 protected:
  SimilarChoice() {
    publish_deeds(
        folder_.path("index"),
        {deed_by("1", kKitchen, {"Koski Oy"}),
         deed_by("2", kKitchenAgain, {"Lampi Oy"}),
         deed_by("3", "Kotihoidon hoitajat saavat reitit puhelimeen", {"Koski Oy"}),
         deed_by("4", "Kotihoidon reitit puhelimeen ilman paperia", {"Koski Oy", "Lampi Oy"}),
         deed_by("5", "Kesäsijaiset perehdytetään videoilla", {"Lampi Oy"}),
         deed_by("6", "Palkkasihteerit keräävät biojätteen", {"Niemi Oy"}),
         deed_by("7", "Perehdytetään kesäsijaiset verkossa", {"Suo Oy"})});
    snapshot_ = value_or_throw(Snapshot::open(folder_.path("index")));
  }

  std::vector<ChosenDeed> choose(const std::vector<ScoredDeed>& nearest,
                                 const SimilarRequest& request) {
    return choose_deeds(nearest, snapshot_->similarity(), snapshot_->columns(), request);
  }

  std::vector<std::uint32_t> documents(const std::vector<ScoredDeed>& nearest,
                                       const SimilarRequest& request) {
    std::vector<std::uint32_t> numbers;
    for (const auto& chosen : choose(nearest, request)) {
      numbers.push_back(chosen.deed.document);
    }
    return numbers;
  }

  TestFolder folder_;
  std::shared_ptr<const Snapshot> snapshot_;
};

TEST_F(SimilarChoice, TakesTheNearestInTheirOrder) {
  const std::vector<ScoredDeed> nearest{{3, 0.9}, {5, 0.8}, {6, 0.7}, {7, 0.6}};
  EXPECT_THAT(documents(nearest, {}), ElementsAre(3, 5, 6, 7));
  EXPECT_THAT(documents(nearest, {.limit = 2}), ElementsAre(3, 5));
  EXPECT_THAT(documents({}, {}), IsEmpty());
  EXPECT_EQ(choose(nearest, {}).front().deed.score, 0.9);
}

TEST_F(SimilarChoice, TakesNoMoreOfAnOrganisationThanWanted) {
  const std::vector<ScoredDeed> nearest{{1, 0.9}, {3, 0.8}, {5, 0.7}, {6, 0.6}};
  EXPECT_THAT(documents(nearest, {.max_per_organisation = 1}), ElementsAre(1, 5, 6));
  EXPECT_THAT(documents(nearest, {.max_per_organisation = 2}), ElementsAre(1, 3, 5, 6));
}

TEST_F(SimilarChoice, CountsAJointDeedForAllItsOrganisations) {
  EXPECT_THAT(documents({{4, 0.9}, {3, 0.8}, {5, 0.7}, {6, 0.6}}, {.max_per_organisation = 1}),
              ElementsAre(4, 6));
  EXPECT_THAT(documents({{5, 0.9}, {4, 0.8}, {3, 0.7}}, {.max_per_organisation = 1}),
              ElementsAre(5, 3));
  EXPECT_THAT(
      documents({{1, 0.9}, {3, 0.8}, {4, 0.7}, {5, 0.6}, {7, 0.5}}, {.max_per_organisation = 2}),
      ElementsAre(1, 3, 5, 7));
}

TEST_F(SimilarChoice, TakesAnyNumberOfAnOrganisationWhereThatIsNone) {
  EXPECT_THAT(documents({{1, 0.9}, {3, 0.8}, {4, 0.7}}, {.max_per_organisation = 0}),
              ElementsAre(1, 3, 4));
}

TEST_F(SimilarChoice, FoldsDuplicatesUnderTheNearest) {
  const auto chosen = choose({{2, 0.9}, {6, 0.8}, {1, 0.7}}, {});
  ASSERT_EQ(chosen.size(), 2U);
  EXPECT_EQ(chosen[0].deed.document, 2U);
  EXPECT_THAT(chosen[0].duplicates, ElementsAre(1));
  EXPECT_EQ(chosen[1].deed.document, 6U);
  EXPECT_THAT(chosen[1].duplicates, IsEmpty());
}

TEST_F(SimilarChoice, FoldsDuplicatesWithoutRoomForTheirOrganisation) {
  // 3 leaves no room for Koski Oy: 1 shows up under 2 all the same.
  const auto chosen = choose({{3, 0.9}, {1, 0.8}, {2, 0.7}}, {.max_per_organisation = 1});
  ASSERT_EQ(chosen.size(), 2U);
  EXPECT_EQ(chosen[1].deed.document, 2U);
  EXPECT_THAT(chosen[1].duplicates, ElementsAre(1));
}

TEST_F(SimilarChoice, PutsAFoldedDeedUnderOneDeedAlone) {
  const auto chosen = choose({{1, 0.9}, {2, 0.8}, {3, 0.7}, {4, 0.6}}, {.max_per_organisation = 0});
  std::size_t shown = 0;
  for (const auto& deed : chosen) {
    shown += 1 + deed.duplicates.size();
  }
  EXPECT_EQ(shown, 4U);
}

TEST_F(SimilarChoice, PutsDeedsUnlikeTheChosenFirstWhereDiversityIsWanted) {
  const std::vector<ScoredDeed> nearest{{3, 0.5}, {4, 0.49}, {7, 0.3}};
  EXPECT_THAT(documents(nearest, {.max_per_organisation = 0}), ElementsAre(3, 4, 7));
  EXPECT_THAT(documents(nearest, {.max_per_organisation = 0, .diversity = 0.6}),
              ElementsAre(3, 7, 4));
  EXPECT_THAT(documents(nearest, {.limit = 2, .max_per_organisation = 0, .diversity = 0.6}),
              ElementsAre(3, 7));
}

TEST_F(SimilarChoice, TakesTheFirstOfEqualOnesAtFullDiversity) {
  EXPECT_THAT(documents({{3, 0.5}, {4, 0.4}, {5, 0.3}, {6, 0.2}},
                        {.max_per_organisation = 0, .diversity = 1.0}),
              ElementsAre(3, 5, 6, 4));
}

}  // namespace
}  // namespace kiertoon
