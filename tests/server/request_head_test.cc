#include "server/request_head.h"

#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/limits.h"

namespace kiertoon {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string get_with(const std::string& headers) {
  return "GET / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

TEST(EndOfHead, IsFoundHoweverTheBytesArrive) {
  const std::string head = get_with("Accept: */*\r\n");
  const std::string received = head + "body";
  for (std::size_t have = 0; have <= received.size(); ++have) {
    const auto end =
        end_of_head(std::string_view(received).substr(0, have), have == 0 ? 0 : have - 1);
    ASSERT_TRUE(end);
    EXPECT_EQ(*end, have == head.size() ? std::optional(head.size()) : std::nullopt) << have;
  }
  EXPECT_EQ(**end_of_head(received, 0), head.size());
}

TEST(EndOfHead, RefusesALineFeedAlone) {
  EXPECT_EQ(end_of_head("GET / HTTP/1.1\nHost: a\n\n", 0).error().status, 400);
  EXPECT_EQ(end_of_head("\n", 0).error().status, 400);
}

TEST(EndOfHead, RefusesARequestLineWithoutEnd) {
  EXPECT_EQ(end_of_head("GET /" + std::string(limits::kRequestLineBytes, 'a'), 0).error().status,
            414);
}

TEST(EndOfHead, RefusesHeadersWithoutEnd) {
  const std::string start = "GET / HTTP/1.1\r\nX: ";
  EXPECT_EQ(end_of_head(start + std::string(limits::kHeadBytes, 'a'), 0).error().status, 431);
  EXPECT_TRUE(end_of_head(start + std::string(limits::kHeadBytes - start.size(), 'a'), 0));
}

TEST(ParseHead, PassesOnOnlyWhatSomebodyReads) {
  const auto head =
      parse_head(get_with("Cookie: secret\r\nRange: bytes=0-1,0-1\r\nREMOTE_ADDR: 1.2.3.4\r\n"
                          "if-none-match: \"a\"\r\nKiertoon-Accept-Encoding: br\r\n"
                          "Accept-Encoding:  gzip \r\n"));
  ASSERT_TRUE(head);
  EXPECT_THAT(head->text, HasSubstr("if-none-match: \"a\"\r\n"));
  EXPECT_THAT(head->text, HasSubstr("Kiertoon-Accept-Encoding: gzip\r\n"));
  for (const char* dropped : {"Cookie", "Range", "REMOTE_ADDR", "\nAccept-Encoding", ": br"}) {
    EXPECT_THAT(head->text, Not(HasSubstr(dropped)));
  }
}

TEST(ParseHead, EscapesTheQuestionMarksOfAQuery) {
  const auto head = parse_head("GET /a?q=mita?&x=? HTTP/1.1\r\nHost: a\r\n\r\n");
  ASSERT_TRUE(head);
  EXPECT_THAT(head->text, HasSubstr("GET /a?q=mita%3F&x=%3F HTTP/1.1\r\n"));
}

TEST(ParseHead, ReadsTheLengthOfTheBody) {
  EXPECT_EQ(parse_head(get_with("Content-Length: 12\r\n"))->body_bytes, 12U);
  EXPECT_EQ(parse_head(get_with("Content-Length: 12\r\nContent-Length: 12\r\n"))->body_bytes, 12U);
  EXPECT_TRUE(
      parse_head(get_with("Content-Length: 12\r\nExpect: 100-continue\r\n"))->expects_continue);
}

TEST(ParseHead, TakesHttp10WithoutHost) {
  EXPECT_TRUE(parse_head("GET / HTTP/1.0\r\n\r\n"));
}

TEST(ParseHead, TakesAsManyHeadersAsAllowed) {
  std::string headers;
  for (std::size_t i = 1; i < limits::kHeaderCount; ++i) {
    headers += "X: y\r\n";
  }
  EXPECT_TRUE(parse_head(get_with(headers)));
  EXPECT_EQ(parse_head(get_with(headers + "X: y\r\n")).error().status, 431);
}

using Bad = std::pair<std::string, int>;

class BadHead : public testing::TestWithParam<Bad> {};

TEST_P(BadHead, IsRefused) {
  const auto head = parse_head(GetParam().first);
  ASSERT_FALSE(head) << GetParam().first;
  EXPECT_EQ(head.error().status, GetParam().second) << GetParam().first;
}

INSTANTIATE_TEST_SUITE_P(
    ParseHead,
    BadHead,
    testing::Values(Bad{"\r\n", 400},
                    Bad{"GET\r\n\r\n", 400},
                    Bad{"GET /\r\n\r\n", 400},
                    Bad{"GET / HTTP/2.0\r\nHost: a\r\n\r\n", 400},
                    Bad{"GET / http/1.1\r\nHost: a\r\n\r\n", 400},
                    Bad{"GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                    Bad{"GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                    Bad{"GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                    Bad{"GET /\x01 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                    Bad{"get / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
                    Bad{"BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
                    Bad{"GET / HTTP/1.1\r\n\r\n", 400},
                    Bad{get_with("Host: b\r\n"), 400},
                    Bad{get_with("No colon\r\n"), 400},
                    Bad{get_with(": no name\r\n"), 400},
                    Bad{get_with("Name : space before the colon\r\n"), 400},
                    Bad{get_with(" folded: line\r\n"), 400},
                    Bad{get_with("X: a\rb\r\n"), 400},
                    Bad{get_with("Content-Length: -1\r\n"), 400},
                    Bad{get_with("Content-Length: 1, 1\r\n"), 400},
                    Bad{get_with("Content-Length: 0x10\r\n"), 400},
                    Bad{get_with("Content-Length: \r\n"), 400},
                    Bad{get_with("Content-Length: 1\r\nContent-Length: 2\r\n"), 400},
                    Bad{get_with("Content-Length: 131073\r\n"), 413},
                    Bad{get_with("Content-Length: 99999999999999999999999\r\n"), 413},
                    Bad{get_with("Transfer-Encoding: chunked\r\n"), 411},
                    Bad{get_with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 411},
                    Bad{get_with("Content-Encoding: gzip\r\nContent-Length: 5\r\n"), 415},
                    Bad{"GET /" + std::string(8'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414},
                    Bad{"GET /" + std::string(4'000, '?') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414}));

}  // namespace
}  // namespace kiertoon
