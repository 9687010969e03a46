#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/server/http_server_fixture.h"

namespace kiertoon {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

struct Hostile {
  const char* name;
  std::string bytes;
  int status;
};

class HostileRequest : public HttpServerTest, public testing::WithParamInterface<Hostile> {};

TEST_P(HostileRequest, IsRefusedAndCostsNobodyElse) {
  RawClient client(port_);
  client.send(GetParam().bytes);
  const std::string answer = client.answer();
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 " + std::to_string(GetParam().status) + " "));
  EXPECT_THAT(answer, HasSubstr("Content-Type: application/problem+json"));
  EXPECT_EQ(nlohmann::json::parse(body_of(answer))["status"], GetParam().status);
  EXPECT_TRUE(serves_others());
}

INSTANTIATE_TEST_SUITE_P(
    HttpServerTest,
    HostileRequest,
    testing::Values(
        Hostile{"LongUri", get("/" + std::string(9'000, 'a')), 414},
        Hostile{"EndlessUri", "GET /" + std::string(1'000'000, 'a'), 414},
        Hostile{"EndlessHeader", "GET / HTTP/1.1\r\nX: " + std::string(1'000'000, 'a'), 431},
        Hostile{"ManyHeaders",
                get("/",
                    [] {
                      std::string lines;
                      for (int i = 0; i < 1'000; ++i) {
                        lines += "X: y\r\n";
                      }
                      return lines;
                    }()),
                431},
        Hostile{"Chunked",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n",
                411},
        Hostile{"GzipBody",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\n\r\n",
                415},
        Hostile{
            "LargeBody", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000\r\n\r\n", 413},
        Hostile{"Tls", "\x16\x03\x01 hello\r\n\r\n", 400},
        Hostile{"LineFeeds", "GET / HTTP/1.1\nHost: a\n\n", 400},
        Hostile{"NotUtf8InQuery", get("/api/v1/deeds?q=%FF"), 400},
        Hostile{"NotUtf8InPath", get("/api/v1/deeds/%FF"), 400},
        Hostile{"RawLatin1", get("/api/v1/deeds?q=ty\xF6"), 400},
        Hostile{"TwoQuestionMarksAreText", get("/api/v1/deeds?q=a?b&x"), 400}),
    [](const auto& instance) { return std::string(instance.param.name); });

TEST_F(HttpServerTest, KeepsWhatIsBrokenToItself) {
  const ServerTestIndex index;
  const auto search = index.open();
  index.corrupt();
  Site site(*search);
  start(site, {.workers = 2});
  RawClient client(port_);
  for (const char* target : {"/api/v1/deeds?q=a", "/api/v1/deeds/2021-0042"}) {
    client.send(get(target));
    const std::string answer = client.answer();
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 500 "));
    EXPECT_THAT(answer, Not(HasSubstr(index.generation())));
    EXPECT_THAT(answer, Not(HasSubstr("EXCEPTION_WHAT")));
  }
  EXPECT_TRUE(serves_others());
  stop();
}

TEST_F(HttpServerTest, SlowClientsTakeNoWorker) {
  start({.workers = 2, .connections = 1'000, .read_timeout = milliseconds(10'000)});
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 300; ++i) {
    slow.push_back(std::make_unique<RawClient>(port_));
    slow.back()->send("GET / HTTP/1.1\r\nX: ");
  }
  for (int round = 0; round < 5; ++round) {
    for (const auto& client : slow) {
      client->send("a");
    }
    EXPECT_TRUE(serves_others());
  }
}

TEST_F(HttpServerTest, ClosesAClientThatTakesTooLongHoweverItDrips) {
  start({.workers = 2, .read_timeout = milliseconds(400)});
  RawClient client(port_);
  const auto begin = std::chrono::steady_clock::now();
  client.send("GET / HTTP/1.1\r\n");
  while (client.can_send("X: y\r\n") && !client.closed_within(milliseconds(20)) &&
         std::chrono::steady_clock::now() - begin < milliseconds(3'000)) {
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, milliseconds(1'500));
}

TEST_F(HttpServerTest, ClosesASilentConnection) {
  start({.workers = 2, .read_timeout = milliseconds(200), .idle_timeout = milliseconds(200)});
  RawClient never(port_);
  RawClient once(port_);
  once.send(get("/healthz"));
  EXPECT_THAT(once.answer(), StartsWith("HTTP/1.1 200 "));
  EXPECT_TRUE(once.closed_within(milliseconds(2'000)));
  EXPECT_TRUE(never.closed_within(milliseconds(2'000)));
}

TEST_F(HttpServerTest, ClientsThatDoNotReadTakeNoWorker) {
  start({.workers = 2, .write_timeout = milliseconds(500)});
  std::string requests;
  for (int i = 0; i < 1'000; ++i) {  // more answers than the kernel's buffers hold
    requests += get("/openapi.json");
  }
  std::vector<std::unique_ptr<RawClient>> deaf;
  for (int i = 0; i < 10; ++i) {
    deaf.push_back(std::make_unique<RawClient>(port_));
    deaf.back()->send(requests);
  }
  EXPECT_TRUE(serves_others());
  std::this_thread::sleep_for(milliseconds(1'500));
  EXPECT_TRUE(deaf.front()->closed_within(milliseconds(2'000)));
}

TEST_F(HttpServerTest, MakesRoomForNewConnections) {
  start({.workers = 2, .connections = 10});
  std::vector<std::unique_ptr<RawClient>> idle;
  for (int i = 0; i < 50; ++i) {
    idle.push_back(std::make_unique<RawClient>(port_));
    std::this_thread::sleep_for(milliseconds(1));
  }
  EXPECT_TRUE(serves_others());
  EXPECT_TRUE(idle.front()->closed_within(milliseconds(1'000)));
}

}  // namespace
}  // namespace kiertoon
