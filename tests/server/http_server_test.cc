#include "server/http_server.h"

#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <httplib.h>
#include <nlohmann/json.hpp>

#include "server/routes.h"
#include "tests/server/fake_search.h"
#include "tests/server/raw_client.h"

namespace kiertoon {
namespace {

using fake::RawClient;
using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string get(const std::string& target, const std::string& headers = {}) {
  return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

std::string body_of(const std::string& answer) {
  return answer.substr(answer.find("\r\n\r\n") + 4);
}

// A server on a free port, over a search without an index.
class HttpServerTest : public testing::Test {
 protected:
  HttpServerTest() {
    search_.result.total = 1;
    search_.result.hits = {fake::example_hit("2021-0042")};
    search_.stored = fake::example_deed();
    start({.workers = 4, .connections = 1'000, .read_timeout = milliseconds(3'000)});
  }

  void TearDown() override { stop(); }

  void start(const ConnectionSettings& settings) {
    stop();
    server_ = std::make_unique<HttpServer>(application_, settings);
    const auto port = server_->bind({.host = "127.0.0.1", .port = 0});
    ASSERT_TRUE(port) << port.error().to_string();
    port_ = *port;
    thread_ = std::thread([this] { server_->run(); });
  }

  void stop() {
    if (thread_.joinable()) {
      server_->stop();
      thread_.join();
    }
  }

  // Whether somebody else gets an answer at once.
  [[nodiscard]] bool serves_others() const {
    const auto start = std::chrono::steady_clock::now();
    RawClient client(port_);
    client.send(get("/healthz"));
    const bool answered = client.answer().starts_with("HTTP/1.1 200");
    return answered && std::chrono::steady_clock::now() - start < milliseconds(1'000);
  }

  fake::FakeSearch search_;
  Routes routes_{make_service_context(search_, Contacts::kHidden)};
  Application application_{routes_.router(), CorsPolicy({"*"})};
  std::unique_ptr<HttpServer> server_;
  std::thread thread_;
  int port_ = 0;
};

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

TEST_F(HttpServerTest, KeepsExceptionsToItself) {
  search_.throwing = true;
  RawClient client(port_);
  client.send(get("/api/v1/deeds?q=a"));
  const std::string answer = client.answer();
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 500 "));
  EXPECT_THAT(answer, Not(HasSubstr("secret")));
  EXPECT_THAT(answer, Not(HasSubstr("EXCEPTION_WHAT")));
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
  search_.delay = milliseconds(300);
  RawClient client(port_);
  client.send(get("/api/v1/deeds?q=a"));
  std::this_thread::sleep_for(milliseconds(100));
  stop();
  EXPECT_THAT(client.answer(), StartsWith("HTTP/1.1 200 "));
  EXPECT_TRUE(client.closed_within(milliseconds(100)));
  EXPECT_FALSE(RawClient(port_).connected());
}

TEST_F(HttpServerTest, StopsThoughItNeverRan) {
  HttpServer other(application_, {.workers = 1});
  ASSERT_TRUE(other.bind({.host = "127.0.0.1", .port = 0}));
  other.stop();
  other.run();
}

TEST_F(HttpServerTest, SaysThatAPortIsInUse) {
  HttpServer other(application_, {.workers = 1});
  const auto port = other.bind({.host = "127.0.0.1", .port = port_});
  ASSERT_FALSE(port);
  EXPECT_THAT(port.error().to_string(), HasSubstr("Address already in use"));
  EXPECT_THAT(port.error().hint, HasSubstr("--port"));
}

TEST_F(HttpServerTest, SaysThatAHostIsNotOfThisMachine) {
  for (const char* host : {"192.0.2.1", "no such host"}) {
    HttpServer other(application_, {.workers = 1});
    const auto port = other.bind({.host = host, .port = 0});
    ASSERT_FALSE(port) << host;
    EXPECT_THAT(port.error().message, HasSubstr(host));
  }
}

}  // namespace
}  // namespace kiertoon
