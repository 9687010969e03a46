#include "base/bounded_cache.h"

#include <memory>
#include <string>

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

TEST(BoundedCache, FindsWhatWasInserted) {
  BoundedCache<int> cache(10);
  cache.insert("työ", 1);
  ASSERT_NE(cache.find("työ"), nullptr);
  EXPECT_EQ(*cache.find("työ"), 1);
}

TEST(BoundedCache, FindsNothingElse) {
  BoundedCache<int> cache(10);
  EXPECT_EQ(cache.find(""), nullptr);
  cache.insert("työ", 1);
  EXPECT_EQ(cache.find("Työ"), nullptr);
  EXPECT_EQ(cache.find("ty"), nullptr);
}

TEST(BoundedCache, TakesTheEmptyKey) {
  BoundedCache<int> cache(10);
  cache.insert("", 7);
  ASSERT_NE(cache.find(""), nullptr);
}

TEST(BoundedCache, ReplacesAValue) {
  BoundedCache<int> cache(10);
  cache.insert("a", 1);
  EXPECT_EQ(cache.insert("a", 2), 2);
  EXPECT_EQ(*cache.find("a"), 2);
  EXPECT_EQ(cache.size(), 1U);
}

TEST(BoundedCache, NeverHoldsMoreThanItsCapacity) {
  for (const std::size_t capacity : {2U, 3U, 10U, 11U, 100U}) {
    BoundedCache<int> cache(capacity);
    for (int i = 0; i < 1000; ++i) {
      cache.insert(std::to_string(i), i);
      ASSERT_LE(cache.size(), capacity) << "after " << i << " insertions";
      (void)cache.find(std::to_string(i / 2));
      ASSERT_LE(cache.size(), capacity) << "after looking up " << i / 2;
    }
  }
}

TEST(BoundedCache, WorksWithAlmostNoCapacity) {
  for (const std::size_t capacity : {0U, 1U}) {
    BoundedCache<int> cache(capacity);
    for (int i = 0; i < 10; ++i) {
      EXPECT_EQ(cache.insert(std::to_string(i), i), i);
      EXPECT_LE(cache.size(), 2U);
    }
  }
}

TEST(BoundedCache, KeepsWhatIsUsedOftenAndDropsWhatIsNot) {
  BoundedCache<int> cache(10);
  cache.insert("used", 1);
  cache.insert("forgotten", 2);
  for (int i = 0; i < 1000; ++i) {
    cache.insert("new " + std::to_string(i), i);
    ASSERT_NE(cache.find("used"), nullptr) << "after " << i << " others";
  }
  EXPECT_EQ(*cache.find("used"), 1);
  EXPECT_EQ(cache.find("forgotten"), nullptr);
}

TEST(BoundedCache, HoldsEachKeyOnce) {
  BoundedCache<int> cache(4);
  cache.insert("a", 1);
  cache.insert("b", 1);
  cache.insert("c", 1);  // "a" and "b" are old now
  cache.insert("a", 2);
  cache.insert("d", 1);
  EXPECT_EQ(*cache.find("a"), 2);
}

TEST(BoundedCache, MovesValuesThatCannotBeCopied) {
  BoundedCache<std::unique_ptr<int>> cache(2);
  cache.insert("a", std::make_unique<int>(1));
  cache.insert("b", std::make_unique<int>(2));
  ASSERT_NE(cache.find("a"), nullptr);
  EXPECT_EQ(**cache.find("a"), 1);
}

}  // namespace
}  // namespace kiertoon
