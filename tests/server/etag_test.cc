#include "server/etag.h"

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

TEST(Etag, DependsOnEveryPartAndItsPlace) {
  EXPECT_EQ(make_etag({"a", "b"}), make_etag({"a", "b"}));
  EXPECT_NE(make_etag({"a", "b"}), make_etag({"b", "a"}));
  EXPECT_NE(make_etag({"a", "b"}), make_etag({"ab", ""}));
  EXPECT_NE(make_etag({"a", "b"}), make_etag({"a", "b", ""}));
  EXPECT_EQ(make_etag({"a"}).size(), 16U);
}

class Known : public testing::TestWithParam<const char*> {};

TEST_P(Known, IsFoundInTheHeader) {
  EXPECT_TRUE(known_etag(GetParam(), "abc"));
}

INSTANTIATE_TEST_SUITE_P(Etag,
                         Known,
                         testing::Values("\"abc\"",
                                         "W/\"abc\"",
                                         "\"x\", \"abc\"",
                                         "\"x\",W/\"abc\" , \"y\"",
                                         "\"abc-br\"",
                                         "W/\"abc-gzip\"",
                                         "*",
                                         " * "));

class Unknown : public testing::TestWithParam<const char*> {};

TEST_P(Unknown, IsNotFoundInTheHeader) {
  EXPECT_FALSE(known_etag(GetParam(), "abc"));
}

INSTANTIATE_TEST_SUITE_P(Etag,
                         Unknown,
                         testing::Values("",
                                         "abc",
                                         "\"abc",
                                         "\"ab\"",
                                         "\"abcd\"",
                                         "\"abc-zip\"",
                                         "\"ABC\"",
                                         "w/\"abc\"",
                                         "\"*\"",
                                         "\"\"",
                                         "\"",
                                         ",,,"));

TEST(Etag, RepeatsTheFormTheClientHolds) {
  EXPECT_EQ(known_etag("\"x\", \"abc-br\"", "abc"), "abc-br");
  EXPECT_EQ(known_etag("*", "abc"), "abc");
}

Call call_with(const char* if_none_match) {
  return {.if_none_match = if_none_match};
}

TEST(AnswerUnlessKnown, DoesNotMakeAnAnswerTheClientHas) {
  bool made = false;
  const Reply reply = answer_unless_known(call_with("\"abc\""), {.etag = "abc"}, [&] {
    made = true;
    return Reply{};
  });
  EXPECT_FALSE(made);
  EXPECT_EQ(reply.status, 304);
  EXPECT_EQ(reply.caching, Caching::kShared);
}

TEST(AnswerUnlessKnown, TagsAnAnswerButNotAProblem) {
  const auto good = [] { return Reply{.body = "{}"}; };
  const Reply tagged =
      answer_unless_known(call_with("\"x\""), {.etag = "abc", .caching = Caching::kPrivate}, good);
  EXPECT_EQ(tagged.etag, "abc");
  EXPECT_EQ(tagged.caching, Caching::kPrivate);
  const auto bad = [] { return reply_of(internal_error()); };
  const Reply problem = answer_unless_known(call_with(""), {.etag = "abc"}, bad);
  EXPECT_EQ(problem.etag, "");
  EXPECT_EQ(problem.caching, Caching::kNoStore);
}

}  // namespace
}  // namespace kiertoon
