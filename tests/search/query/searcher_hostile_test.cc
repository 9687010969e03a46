// Deeds and queries made to harm: nothing fails, and nothing that is shown is cut or obeyed.

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "tests/repeat.h"
#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

using ::testing::ElementsAre;

void expect_valid(const std::vector<Segment>& segments) {
  for (const auto& segment : segments) {
    EXPECT_TRUE(is_valid_utf8(segment.text));
    EXPECT_FALSE(segment.text.empty());
  }
}

void expect_sane(const SearchResult& result) {
  for (const auto& hit : result.hits) {
    SCOPED_TRACE(hit.id);
    expect_valid(hit.title);
    expect_valid(hit.snippet);
    for (const auto& match : hit.matched) {
      EXPECT_TRUE(is_valid_utf8(match.as));
    }
  }
}

std::vector<Deed> hostile_deeds() {
  return deeds_of(
      {{.id = "markup", .title = "<script>alert('lean')</script> & \"lean\"", .body = "</b>&lt;"},
       {.id = "rtl", .title = "\u202Enael\u202C lean \u2066x\u2069", .body = "\u200Flean\u200E"},
       {.id = "long",
        .title = "Pitkä lean",
        .body = repeat("x", 10'000) + " lean " + repeat("ä", 10'000)},
       {.id = "georgian",
        .title = repeat("ა", 400),
        .body = repeat("ა", 10'000),
        .language = Language::kEnglish},
       {.id = "marks", .title = "le\u0301\u0302\u0303an" + repeat("\u0301", 200)},
       {.id = "hyphens", .title = repeat("lean-", 90) + "lean"},
       {.id = "spaces", .title = "lean", .body = repeat(" \n\t", 3000) + "lean"},
       {.id = "same", .title = "lean", .body = repeat("lean ", 8000)},
       {.id = "emoji", .title = "\U0001F469\u200D\U0001F4BB lean \U0001F642"}});
}

// One index of them for all tests of the program.
TestIndex& hostile_index() {
  static TestIndex index(hostile_deeds());
  return index;
}

const std::vector<std::string>& hostile_queries() {
  static const std::vector<std::string> queries{
      "<script>lean</script>",
      "lean' OR '1'='1",
      "\"lean",
      "lean\" \"",
      "-lean -lean -lean",
      "lean OR OR OR lean",
      "((((lean))))",
      "le*",
      "**** le** *",
      "teema:*",
      "otsikko:\"\"",
      "otsikko:-lean",
      "-\"-\" -:",
      "Q:markup",
      "b:lean XQmarkup",
      repeat("x", 1000),
      repeat("ა", 1000),
      repeat("\u0301", 1000),
      repeat("lean ", 200),
      repeat("\"lean lean\" ", 80),
      repeat("lean OR ", 120) + "lean",
      repeat("-lean ", 160),
      repeat("le* ", 250),
      repeat("(", 1000),
      repeat("a-", 500),
      repeat("teema:hallinto ", 60),
      repeat("vuosi:1000..9999 ", 50),
      repeat("\"", 1000),
      std::string("lean\0lean", 9),
      "\"" + repeat("lean ", 190) + "\"",
      "teema:" + std::string(300, '\0'),
      "organisaatio:" + repeat("ა", 300),
      std::string(300, '\0') + "*",
      repeat("y", 900) + "*",
      "otsikko:" + repeat("y", 900) + "*",
      "\u202Enael\u202C",
      "\U0001F642",
  };
  return queries;
}

TEST(HostileQueries, AreAnswered) {
  TestIndex& index = hostile_index();
  for (const auto& query : hostile_queries()) {
    for (const SortOrder sort : {SortOrder::kRelevance, SortOrder::kTitle}) {
      const auto result = index.service().search(
          {.text = query, .sort = sort, .facets = {Facet::kTheme, Facet::kLanguage}});
      SCOPED_TRACE(query.substr(0, 60));
      ASSERT_TRUE(result) << result.error().to_string();
      expect_sane(*result);
    }
  }
}

TEST(HostileQueries, TakeNoLongerThanAPersonWaits) {
  TestIndex& index = hostile_index();
  for (const auto& query : hostile_queries()) {
    const auto begun = std::chrono::steady_clock::now();
    (void)index.search(query);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(5))
        << query.substr(0, 60);
  }
}

TEST(HostileQueries, OfChanceAreAnswered) {
  TestIndex& index = hostile_index();
  const std::vector<std::string> pieces{"\"",
                                        "-",
                                        "OR ",
                                        "*",
                                        ":",
                                        "(",
                                        ")",
                                        " ",
                                        "le",
                                        "teema:",
                                        "..",
                                        "lean",
                                        "ä",
                                        "vuosi:",
                                        "\u202E",
                                        "2021"};
  std::mt19937 random(2030);  // NOLINT: the same queries each time
  std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
  for (int i = 0; i < 500; ++i) {
    std::string query;
    for (int length = i % 15; length >= 0; --length) {
      query += pieces[piece(random)];
    }
    const auto result = index.service().search({.text = query, .limit = 3});
    ASSERT_TRUE(result) << query << ": " << result.error().to_string();
    expect_sane(*result);
  }
}

TEST(HostileQueries, ThatCanMatchNothingFindNothing) {
  TestIndex& index = hostile_index();
  EXPECT_EQ(index.search(repeat("y", 500)).total, 0U);
  EXPECT_EQ(index.search("\"" + repeat("y", 500) + "\"").total, 0U);
  EXPECT_EQ(index.search("otsikko:" + repeat("y", 500)).total, 0U);
}

TEST(HostileDeeds, AreShownAsTheyAreWritten) {
  TestIndex& index = hostile_index();
  for (const auto& hit : index.search("lean").hits) {
    const auto stored = index.service().deed(hit.id);
    EXPECT_EQ(plain(hit.title), (*stored)->deed.title);
  }
}

TEST(HostileDeeds, DoNotKeepOthersFromBeingFound) {
  auto deeds = hostile_deeds();
  deeds.push_back(deed_of({.id = "plain", .title = "Mentorointi kunnassa"}));
  TestIndex index(deeds);
  EXPECT_THAT(index.ids("mentoroinnista"), ElementsAre("plain"));
  EXPECT_EQ(index.search("lean").total, 6U);  // not those of Georgian, accents, endless hyphens
}

TEST(HostileDeeds, GiveSnippetsOfBearableLength) {
  TestIndex& index = hostile_index();
  for (const std::string& query : {std::string("lean"), std::string(), repeat("ა", 300)}) {
    for (const auto& hit : index.search(query).hits) {
      EXPECT_LE(plain(hit.snippet).size(), 1100U) << hit.id;
    }
  }
}

}  // namespace
}  // namespace kiertoon
