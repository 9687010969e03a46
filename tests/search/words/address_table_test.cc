#include "search/words/address_table.h"

#include <vector>

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

TEST(AddressTable, FindsEachAddressAgainHoweverManyThereAre) {
  const std::vector<int> things(5000);
  AddressTable table;
  EXPECT_EQ(table.find(things.data()), nullptr);
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    ASSERT_EQ(table.find(&things[i]), nullptr);
    table.insert(&things[i], i).mark = i + 1;
  }
  EXPECT_EQ(table.size(), things.size());
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    const auto* found = table.find(&things[i]);
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->number, i);
    EXPECT_EQ(found->mark, i + 1);
  }
}

TEST(AddressTable, ForgetsEverythingWhenCleared) {
  const int thing = 0;
  AddressTable table;
  table.insert(&thing, 1);
  table.clear();
  EXPECT_EQ(table.size(), 0U);
  EXPECT_EQ(table.find(&thing), nullptr);
  table.insert(&thing, 2);
  EXPECT_EQ(table.find(&thing)->number, 2U);
}

}  // namespace
}  // namespace kiertoon
