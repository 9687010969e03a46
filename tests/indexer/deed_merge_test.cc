#include "indexer/deed_merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Deeds with one letter as their id, and the version as their title: "a1 b1".
std::vector<Deed> deeds(const std::vector<std::string>& names) {
  std::vector<Deed> made;
  for (const auto& name : names) {
    Deed deed;
    deed.id = name.substr(0, 1);
    deed.title = name.substr(1);
    made.push_back(deed);
  }
  return made;
}

std::vector<std::string> names(const std::vector<Deed>& deeds) {
  std::vector<std::string> named;
  for (const auto& deed : deeds) {
    named.push_back(deed.id + deed.title);
  }
  return named;
}

TEST(MergeDeeds, AddsReplacesAndRemovesAndKeepsTheRest) {
  const auto merged = merge_deeds(deeds({"b1", "c1", "d1", "e1", "g1"}),
                                  {deeds({"a1", "c2", "e1", "f1", "h1"}), {"b", "x"}});
  EXPECT_THAT(names(merged.deeds), ElementsAre("a1", "c2", "d1", "e1", "f1", "g1", "h1"));
  EXPECT_THAT(merged.not_found, ElementsAre("x"));
  EXPECT_EQ(merged.counts.added, 3U);
  EXPECT_EQ(merged.counts.replaced, 1U);
  EXPECT_EQ(merged.counts.unchanged, 1U);
  EXPECT_EQ(merged.counts.removed, 1U);
  EXPECT_EQ(merged.counts.kept, 2U);
  EXPECT_TRUE(merged.counts.is_change());
}

TEST(MergeDeeds, KnowsWhenNothingChanges) {
  const auto merged = merge_deeds(deeds({"a1", "b1"}), {deeds({"b1"}), {"x"}});
  EXPECT_THAT(names(merged.deeds), ElementsAre("a1", "b1"));
  EXPECT_FALSE(merged.counts.is_change());
}

TEST(MergeDeeds, SeesAChangeOfAnyField) {
  auto changed = deeds({"a1"});
  changed.front().contacts = {{.name = "Maija", .email = "", .phone = ""}};
  const auto merged = merge_deeds(deeds({"a1"}), {changed, {}});
  EXPECT_EQ(merged.counts.replaced, 1U);
  ASSERT_EQ(merged.deeds.size(), 1U);
  EXPECT_EQ(merged.deeds.front().contacts.size(), 1U);
}

TEST(MergeDeeds, MayLeaveNothing) {
  EXPECT_THAT(merge_deeds(deeds({"a1", "b1"}), {{}, {"a", "b"}}).deeds, IsEmpty());
  EXPECT_THAT(merge_deeds({}, {}).deeds, IsEmpty());
}

}  // namespace
}  // namespace kiertoon
