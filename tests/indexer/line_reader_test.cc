#include "indexer/line_reader.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using testing::ElementsAre;

constexpr std::size_t kMaxBytes = 100'000;

// Hands out `size` bytes at a time.
ReadBytes in_pieces(std::string_view text, std::size_t size) {
  return [read = read_from(text), size](std::span<char> buffer) {
    return read(buffer.first(std::min(size, buffer.size())));
  };
}

std::vector<std::string> lines_of(ReadBytes read) {
  LineReader reader(std::move(read), kMaxBytes);
  std::vector<std::string> lines;
  for (auto line = reader.next(); line && *line; line = reader.next()) {
    EXPECT_EQ((*line)->number, lines.size() + 1);
    lines.emplace_back((*line)->text);
  }
  return lines;
}

struct Case {
  std::string input;
  std::vector<std::string> lines;
};

class LineReaderSplits : public testing::TestWithParam<Case> {};

TEST_P(LineReaderSplits, WhateverTheSizeOfTheReads) {
  EXPECT_EQ(lines_of(read_from(GetParam().input)), GetParam().lines);
  for (const std::size_t size : {1U, 2U, 3U, 7U}) {
    EXPECT_EQ(lines_of(in_pieces(GetParam().input, size)), GetParam().lines);
  }
}

INSTANTIATE_TEST_SUITE_P(LineReader,
                         LineReaderSplits,
                         testing::Values(Case{"", {}},
                                         Case{"a", {"a"}},
                                         Case{"a\n", {"a"}},
                                         Case{"a\nb", {"a", "b"}},
                                         Case{"a\r\nb\r\n", {"a", "b"}},
                                         Case{"a\rb\n", {"a\rb"}},
                                         Case{"\n\n", {"", ""}},
                                         Case{"\r\n", {""}},
                                         Case{"\xEF\xBB\xBF"
                                              "a\n\xEF\xBB\xBF"
                                              "b",
                                              {"a",
                                               "\xEF\xBB\xBF"
                                               "b"}},
                                         Case{"\xEF\xBB\xBF", {""}},
                                         Case{std::string("a\0b\n", 4), {std::string("a\0b", 3)}}));

TEST(LineReader, ReadsLinesLongerThanItsBuffer) {
  const std::string longest(kMaxBytes, 'x');
  EXPECT_THAT(lines_of(read_from("a\n" + longest + "\nb\n")), ElementsAre("a", longest, "b"));
}

TEST(LineReader, ReadsPastALineOverTheLimit) {
  const std::string text = "a\n" + std::string(10 * kMaxBytes, 'x') + "\nb\n";
  LineReader reader(read_from(text), kMaxBytes);
  EXPECT_EQ((**reader.next()).text, "a");
  const auto line = reader.next();
  EXPECT_EQ((*line)->text, "");
  EXPECT_EQ((*line)->size, 10 * kMaxBytes);
  EXPECT_EQ((*line)->number, 2U);
  EXPECT_EQ((**reader.next()).text, "b");
  EXPECT_FALSE(*reader.next());
}

TEST(LineReader, PassesOnWhatFailed) {
  LineReader reader(
      [](std::span<char>) -> Expected<std::size_t> {
        return fail(ErrorCode::kUnavailable, "the disk is gone");
      },
      kMaxBytes);
  const auto line = reader.next();
  ASSERT_FALSE(line);
  EXPECT_EQ(line.error().message, "the disk is gone");
}

}  // namespace
}  // namespace kiertoon
