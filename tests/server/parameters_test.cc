#include "server/parameters.h"

#include <array>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using testing::HasSubstr;

TEST(Parameters, DecodesNamesAndValuesInOrder) {
  const auto parsed = Parameters::parse("q=ty%C3%B6+hyv%C3%A4&te%6da=a%26b&&empty=&bare");
  ASSERT_TRUE(parsed);
  ASSERT_EQ(parsed->items().size(), 4U);
  EXPECT_EQ(parsed->items()[0].value, "työ hyvä");
  EXPECT_EQ(parsed->items()[1].name, "tema");
  EXPECT_EQ(parsed->items()[1].value, "a&b");
  EXPECT_EQ(parsed->items()[2].value, "");
  EXPECT_EQ(parsed->items()[3].name, "bare");
}

TEST(Parameters, TakesAPercentSignThatEscapesNothingAsItself) {
  EXPECT_EQ(Parameters::parse("q=100%&")->items()[0].value, "100%");
  EXPECT_EQ(Parameters::parse("q=100%zz%4")->items()[0].value, "100%zz%4");
}

TEST(Parameters, TakesUnescapedUtf8AndQuestionMarksAsTheyAre) {
  EXPECT_EQ(Parameters::parse("q=työ?")->items()[0].value, "työ?");
}

class BrokenEncoding : public testing::TestWithParam<const char*> {};

TEST_P(BrokenEncoding, IsRefusedAndQuotedAsValidText) {
  const auto parsed = Parameters::parse(GetParam());
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().status, 400);
  EXPECT_EQ(parsed.error().kind, "invalid-encoding");
  EXPECT_EQ(*parsed.error().position,
            std::string(GetParam()).find(GetParam()[0] == 'q' ? "=" : "&") + 1);
}

INSTANTIATE_TEST_SUITE_P(Parameters,
                         BrokenEncoding,
                         testing::Values("q=%C3",           // cut
                                         "q=a%FFb",         // no lead byte
                                         "q=%C0%AF",        // overlong
                                         "q=%ED%A0%80",     // surrogate
                                         "q=%F4%90%80%80",  // above U+10FFFF
                                         "q=\xE4",          // Latin-1, unescaped
                                         "a=1&%FF=x"));     // in a name

TEST(Parameters, NamesAnUnknownParameterAndThoseThereAre) {
  constexpr std::array<std::string_view, 2> kKnown{"q", "page"};
  const auto parsed = Parameters::parse("q=a&pge=2");
  const auto checked = parsed->only(kKnown);
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().kind, "unknown-parameter");
  EXPECT_EQ(*checked.error().parameter, "pge");
  EXPECT_EQ(*checked.error().position, 4U);
  EXPECT_THAT(checked.error().detail, HasSubstr("'q' or 'page'"));
  EXPECT_TRUE(Parameters::parse("page=2")->only(kKnown));
  EXPECT_FALSE(parsed->only({}));
}

TEST(Parameters, RefusesASecondValueOfASingleParameter) {
  const auto parsed = Parameters::parse("q=a&q=b");
  const auto single = parsed->single("q");
  ASSERT_FALSE(single);
  EXPECT_EQ(single.error().kind, "repeated-parameter");
  EXPECT_EQ(*single.error().position, 4U);
  EXPECT_EQ(parsed->all("q").size(), 2U);
  EXPECT_EQ(*Parameters::parse("")->single("q"), nullptr);
}

TEST(ReadNumber, TakesWholeNumbersWithinBounds) {
  const NumberRange range{.absent = 20, .least = 1, .most = 100};
  EXPECT_EQ(read_number(*Parameters::parse("n=7"), "n", range), 7U);
  EXPECT_EQ(read_number(*Parameters::parse("n=100"), "n", range), 100U);
  EXPECT_EQ(read_number(*Parameters::parse("m=7"), "n", range), 20U);
}

class BadNumber : public testing::TestWithParam<const char*> {};

TEST_P(BadNumber, IsRefused) {
  const auto parsed = Parameters::parse(std::string("n=") + GetParam());
  const auto number = read_number(*parsed, "n", {.absent = 20, .least = 1, .most = 100});
  ASSERT_FALSE(number);
  EXPECT_EQ(*number.error().parameter, "n");
  EXPECT_EQ(*number.error().position, 2U);
  EXPECT_THAT(number.error().detail, HasSubstr("from 1 to 100"));
}

INSTANTIATE_TEST_SUITE_P(ReadNumber,
                         BadNumber,
                         testing::Values("",
                                         "0",
                                         "101",
                                         "-1",
                                         "%2B1",
                                         "1.5",
                                         "1e1",
                                         "0x10",
                                         "+1",
                                         "1+",
                                         "99999999999999999999999",
                                         "yksi"));

TEST(ReadSwitch, TakesTrueAndFalseOnly) {
  EXPECT_TRUE(*read_switch(*Parameters::parse("exact=true"), "exact"));
  EXPECT_FALSE(*read_switch(*Parameters::parse("exact=false"), "exact"));
  EXPECT_FALSE(*read_switch(*Parameters::parse(""), "exact"));
  EXPECT_FALSE(read_switch(*Parameters::parse("exact=1"), "exact"));
  EXPECT_FALSE(read_switch(*Parameters::parse("exact"), "exact"));
}

}  // namespace
}  // namespace kiertoon
