#include "server/http_server.h"

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <httplib.h>
#include <nlohmann/json.hpp>

#include "tests/server/http_server_fixture.h"

namespace kiertoon {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// Takes the analyzer a second or so: no word comes twice.
std::string long_text() {
  std::string text;
  for (int i = 0; i < 20'000; ++i) {
    text += "työhyvinvointi";
    for (int rest = i; rest > 0; rest /= 20) {
      text += static_cast<char>('a' + rest % 20);
    }
    text += ' ';
  }
  return text;
}

TEST_F(HttpServerTest, AnswersAnOrdinaryClient) {
  httplib::Client client("127.0.0.1", port_);
  client.set_keep_alive(true);
  for (int i = 0; i < 20; ++i) {
    const auto answer = client.Get("/api/v1/deeds?q=ty%C3%B6");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->get_header_value("Content-Type"), "application/json");
    EXPECT_EQ(nlohmann::json::parse(answer->body)["query"]["text"], "työ");
    EXPECT_TRUE(answer->has_header("Date"));
  }
  const auto missing = client.Get("/api/v1/deeds/none");
  EXPECT_EQ(missing->status, 404);
  EXPECT_EQ(missing->get_header_value("Content-Type"), "application/problem+json");
}

TEST_F(HttpServerTest, CompressesByItsOwnRules) {
  httplib::Client client("127.0.0.1", port_);
  client.set_decompress(false);
  const auto encoding = [&](const char* target, const char* accepted) {
    return client.Get(target, {{"Accept-Encoding", accepted}})
        ->get_header_value("Content-Encoding");
  };
  EXPECT_EQ(encoding("/api/v1/vocabulary", "gzip, br"), "br");
  EXPECT_EQ(encoding("/api/v1/vocabulary", "gzip"), "gzip");
  EXPECT_EQ(encoding("/api/v1/vocabulary", "gzip;q=0, br;q=0"), "");
  EXPECT_EQ(encoding("/healthz", "gzip, br"), "");
}

TEST_F(HttpServerTest, HeadHasTheLengthButNoBody) {
  RawClient client(port_);
  client.send("HEAD /healthz HTTP/1.1\r\nHost: a\r\n\r\n" +
              get("/healthz", "Connection: close\r\n"));
  client.end_sending();
  std::string both;
  for (std::string part = client.answer(); !part.empty(); part = client.answer(milliseconds(200))) {
    both += part;
  }
  EXPECT_THAT(both, StartsWith("HTTP/1.1 200 OK\r\n"));
  const std::size_t second = both.find("HTTP/1.1 200", 1);
  ASSERT_NE(second, std::string::npos);
  EXPECT_THAT(both.substr(0, second), HasSubstr("Content-Length: 33\r\n"));
  EXPECT_EQ(body_of(both.substr(0, second)), "");
}

TEST_F(HttpServerTest, AnswersWithoutBodyHaveNoLength) {
  httplib::Client client("127.0.0.1", port_);
  const std::string etag = client.Get("/api/v1/deeds")->get_header_value("ETag");
  RawClient raw(port_);
  raw.send(get("/api/v1/deeds", "If-None-Match: " + etag + "\r\n"));
  const std::string unchanged = raw.answer();
  EXPECT_THAT(unchanged, StartsWith("HTTP/1.1 304 "));
  EXPECT_THAT(unchanged, HasSubstr("ETag: " + etag));
  EXPECT_THAT(unchanged, HasSubstr("Cache-Control: public"));
  EXPECT_THAT(unchanged, Not(HasSubstr("Content-Length")));
  raw.send("OPTIONS /api/v1/deeds HTTP/1.1\r\nHost: a\r\n\r\n");
  const std::string options = raw.answer();
  EXPECT_THAT(options, StartsWith("HTTP/1.1 204 "));
  EXPECT_THAT(options, Not(HasSubstr("Content-Length")));
}

TEST_F(HttpServerTest, NeverServesRanges) {
  std::string ranges = "Range: bytes=0-";
  for (int i = 0; i < 1'000; ++i) {
    ranges += ",0-";
  }
  RawClient client(port_);
  for (const std::string& range :
       {std::string("Range: bytes=0-10"), ranges, std::string("Range: nonsense")}) {
    client.send(get("/healthz", range + "\r\n"));
    const std::string answer = client.answer();
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 "));
    EXPECT_THAT(answer, HasSubstr("Accept-Ranges: none"));
    EXPECT_EQ(nlohmann::json::parse(body_of(answer))["status"], "ok");
  }
}

TEST_F(HttpServerTest, AnswersRequestsSentAtOnceInOrder) {
  RawClient client(port_);
  std::string requests;
  for (int i = 0; i < 100; ++i) {
    requests += get("/api/v1/deeds?q=" + std::to_string(i));
  }
  client.send(requests);
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(nlohmann::json::parse(body_of(client.answer()))["query"]["text"], std::to_string(i));
  }
}

TEST_F(HttpServerTest, ReadsARequestThatComesByteByByte) {
  RawClient client(port_);
  for (const char c : get("/healthz")) {
    client.send(std::string(1, c));
    std::this_thread::sleep_for(milliseconds(1));
  }
  EXPECT_THAT(client.answer(), StartsWith("HTTP/1.1 200 "));
}

TEST_F(HttpServerTest, ReadsTheBodyOfARequestItRefuses) {
  RawClient client(port_);
  client.send("POST /api/v1/deeds HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n01234");
  client.send("56789" + get("/healthz"));
  EXPECT_THAT(client.answer(), StartsWith("HTTP/1.1 405 "));
  EXPECT_THAT(client.answer(), StartsWith("HTTP/1.1 200 "));
}

TEST_F(HttpServerTest, TellsAClientThatWaitsToGoOn) {
  RawClient client(port_);
  client.send(
      "POST /api/v1/deeds HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: "
      "3\r\n\r\n");
  EXPECT_EQ(client.answer(), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("abc");
  EXPECT_THAT(client.answer(), StartsWith("HTTP/1.1 405 "));
}

TEST_F(HttpServerTest, ClosesWhenTheClientAsksTo) {
  for (const char* request : {"GET /healthz HTTP/1.0\r\n\r\n",
                              "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"}) {
    RawClient client(port_);
    client.send(request);
    EXPECT_THAT(client.answer(), StartsWith("HTTP/1.1 200 "));
    EXPECT_TRUE(client.closed_within(milliseconds(1'000)));
  }
}

TEST_F(HttpServerTest, AnswersAClientThatWillNotSendMore) {
  RawClient client(port_);
  client.send(get("/healthz"));
  client.end_sending();
  EXPECT_THAT(client.answer(), StartsWith("HTTP/1.1 200 "));
  EXPECT_TRUE(client.closed_within(milliseconds(1'000)));
}

TEST_F(HttpServerTest, ServesManyAtTheSameTime) {
  std::vector<std::thread> clients;
  clients.reserve(8);
  std::atomic<int> good{0};
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&, i] {
      RawClient client(port_);
      for (int k = 0; k < 100; ++k) {
        const std::string text = std::to_string(i * 1'000 + k);
        client.send(get("/api/v1/deeds?q=" + text));
        good += nlohmann::json::parse(body_of(client.answer()))["query"]["text"] == text ? 1 : 0;
      }
    });
  }
  for (std::thread& client : clients) {
    client.join();
  }
  EXPECT_EQ(good, 800);
}

TEST_F(HttpServerTest, FinishesTheAnswersUnderWayWhenStopped) {
  const ServerTestIndex index;
  const auto search = index.open(1);
  Site site(*search);
  start(site, {.workers = 2});
  // The only session is lent out: the answer has to wait for it.
  const std::jthread busy(
      [&] { static_cast<void>(search->analyze(long_text(), Language::kFinnish)); });
  std::this_thread::sleep_for(milliseconds(100));
  RawClient client(port_);
  client.send(get("/api/v1/deeds?q=a"));
  std::this_thread::sleep_for(milliseconds(100));
  stop();
  EXPECT_THAT(client.answer(), StartsWith("HTTP/1.1 200 "));
  EXPECT_TRUE(client.closed_within(milliseconds(100)));
  EXPECT_FALSE(RawClient(port_).connected());
}

TEST_F(HttpServerTest, StopsThoughItNeverRan) {
  HttpServer other(site_.application, {.workers = 1});
  ASSERT_TRUE(other.bind({.host = "127.0.0.1", .port = 0}));
  other.stop();
  other.run();
}

TEST_F(HttpServerTest, SaysThatAPortIsInUse) {
  HttpServer other(site_.application, {.workers = 1});
  const auto port = other.bind({.host = "127.0.0.1", .port = port_});
  ASSERT_FALSE(port);
  EXPECT_THAT(port.error().to_string(), HasSubstr("Address already in use"));
  EXPECT_THAT(port.error().hint, HasSubstr("--port"));
}

TEST_F(HttpServerTest, SaysThatAHostIsNotOfThisMachine) {
  for (const char* host : {"192.0.2.1", "no such host"}) {
    HttpServer other(site_.application, {.workers = 1});
    const auto port = other.bind({.host = host, .port = 0});
    ASSERT_FALSE(port) << host;
    EXPECT_THAT(port.error().message, HasSubstr(host));
  }
}

}  // namespace
}  // namespace kiertoon
