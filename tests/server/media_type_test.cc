#include "server/media_type.h"

#include <array>
#include <string_view>

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

constexpr std::array<std::string_view, 2> kOffered{"application/json", "text/csv"};

std::string_view preferred(std::string_view accept) {
  return kOffered.at(preferred_media_type(accept, kOffered));
}

TEST(MediaType, IsTheOneWithTheHighestQuality) {
  EXPECT_EQ(preferred("text/csv"), "text/csv");
  EXPECT_EQ(preferred("Text/CSV; charset=utf-8"), "text/csv");
  EXPECT_EQ(preferred("application/json;q=0.5, text/csv;q=0.6"), "text/csv");
  EXPECT_EQ(preferred("application/json;q=0.6, text/csv;q=0.5"), "application/json");
  EXPECT_EQ(preferred("text/*, application/json;q=0.9"), "text/csv");
}

TEST(MediaType, IsTheFirstOfferedAtEqualQuality) {
  EXPECT_EQ(preferred("text/csv, application/json"), "application/json");
  EXPECT_EQ(preferred("*/*"), "application/json");
}

TEST(MediaType, TakesTheQualityOfTheClosestRange) {
  EXPECT_EQ(preferred("*/*;q=0.9, application/json;q=0.1"), "text/csv");
  EXPECT_EQ(preferred("text/csv;q=0.1, text/*"), "text/csv");
  EXPECT_EQ(preferred("text/csv;q=0, */*"), "application/json");
}

TEST(MediaType, IsTheFirstForAHeaderThatTakesNoneOrSaysNothing) {
  for (const char* accept : {"",
                             ",",
                             ";",
                             "text",
                             "text/",
                             "/csv",
                             "image/png",
                             "text/csv;q=0",
                             "text/csv;q=x",
                             "text/csv;q=2",
                             "texts/*",
                             "te*"}) {
    EXPECT_EQ(preferred(accept), "application/json") << accept;
  }
}

}  // namespace
}  // namespace kiertoon
