#include "search/index/token_table.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

TextTokens text_of(const std::vector<TokenPlace>& places, std::vector<std::uint16_t> hashes) {
  return {.places = places, .hashes = std::move(hashes)};
}

TokenTable example_table() {
  return {text_of({{0, 4, 0, 2}, {5, 9, 2, 0}, {200, 70'000, 2, 1}}, {1, 65'535, 300}),
          text_of({}, {}),
          text_of({{0, 1, 0, 1}}, {0})};
}

void expect_equal(const TokenTable& a, const TokenTable& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t text = 0; text < a.size(); ++text) {
    EXPECT_EQ(a[text].hashes, b[text].hashes);
    ASSERT_EQ(a[text].places.size(), b[text].places.size());
    for (std::size_t i = 0; i < a[text].places.size(); ++i) {
      EXPECT_EQ(a[text].places[i].start, b[text].places[i].start);
      EXPECT_EQ(a[text].places[i].end, b[text].places[i].end);
      EXPECT_EQ(a[text].places[i].first_hash, b[text].places[i].first_hash);
      EXPECT_EQ(a[text].places[i].hash_count, b[text].places[i].hash_count);
    }
  }
}

// What a reader relies on: places go forward, hashes are there.
void expect_sane(const TokenTable& table) {
  for (const auto& text : table) {
    std::uint32_t end = 0;
    for (const auto& place : text.places) {
      ASSERT_LE(end, place.start);
      ASSERT_LE(place.start, place.end);
      ASSERT_LE(place.first_hash + place.hash_count, text.hashes.size());
      end = place.end;
    }
  }
}

TEST(TokenTableBytes, LeadBackToTheTable) {
  expect_equal(decode_token_table(encode_token_table(example_table())), example_table());
  expect_equal(decode_token_table(encode_token_table({})), {});
}

TEST(TokenTableBytes, AreFew) {
  TextTokens text;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    text.places.push_back({i * 8, i * 8 + 7, i, 1});
    text.hashes.push_back(static_cast<std::uint16_t>(i));
  }
  EXPECT_LE(encode_token_table({text}).size(), 5 * 1000U + 10U);
}

TEST(TokenTableBytes, CutShortYieldAnEmptyTable) {
  const std::string bytes = encode_token_table(example_table());
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_TRUE(decode_token_table(bytes.substr(0, length)).empty()) << length;
  }
}

TEST(TokenTableBytes, WithMoreBehindThemYieldAnEmptyTable) {
  EXPECT_TRUE(decode_token_table(encode_token_table(example_table()) + "x").empty());
}

TEST(TokenTableBytes, OfSomethingElseYieldAnEmptyTable) {
  for (const std::string& bytes : {std::string(20, '\xFF'),
                                   std::string("{\"id\": \"a\"}"),
                                   std::string("\xFF\xFF\xFF\xFF\x0F", 5)}) {
    EXPECT_TRUE(decode_token_table(bytes).empty());
  }
}

TEST(TokenTableBytes, ThatOverflowYieldAnEmptyTable) {
  // One text, one token, after a gap of 10 a length of 2^32 - 5: the end would be before the start.
  const std::string wraps("\x01\x01\x0A\xFB\xFF\xFF\xFF\x0F\x00", 9);
  EXPECT_TRUE(decode_token_table(wraps).empty());
}

TEST(TokenTableBytes, DamagedAnywhereNeverYieldAnUnusableTable) {
  const std::string bytes = encode_token_table(example_table());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (int value = 0; value < 256; ++value) {
      std::string damaged = bytes;
      damaged[i] = static_cast<char>(value);
      expect_sane(decode_token_table(damaged));
    }
  }
}

TEST(TokenTableBytes, OfChanceNeverYieldAnUnusableTable) {
  std::mt19937 random(7);  // NOLINT: the same bytes each time
  std::uniform_int_distribution<int> byte(0, 255);
  for (int i = 0; i < 20'000; ++i) {
    std::string bytes;
    for (int length = i % 40; length > 0; --length) {
      bytes += static_cast<char>(byte(random));
    }
    expect_sane(decode_token_table(bytes));
  }
}

TEST(TermHash, TellsClassesAndTextsApart) {
  EXPECT_EQ(term_hash(TermClass::kBase, "työ"), term_hash(TermClass::kBase, "työ"));
  EXPECT_NE(term_hash(TermClass::kBase, "työ"), term_hash(TermClass::kPart, "työ"));
  EXPECT_NE(term_hash(TermClass::kBase, "työ"), term_hash(TermClass::kBase, "yö"));
}

}  // namespace
}  // namespace kiertoon
