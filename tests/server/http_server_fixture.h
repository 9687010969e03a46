#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include "server/application.h"
#include "server/http_server.h"
#include "server/routes.h"
#include "tests/server/raw_client.h"
#include "tests/server/test_server_index.h"

namespace kiertoon {

inline std::string get(const std::string& target, const std::string& headers = {}) {
  return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

inline std::string body_of(const std::string& answer) {
  return answer.substr(answer.find("\r\n\r\n") + 4);
}

// What a server answers from.
struct Site {
  explicit Site(SearchService& search)
      : routes(make_service_context(search, Contacts::kHidden), std::nullopt) {}
  Routes routes;
  Application application{routes.router(), CorsPolicy({"*"})};
};

// A server on a free port.
class HttpServerTest : public testing::Test {
 protected:
  HttpServerTest() {
    start({.workers = 4, .connections = 1'000, .read_timeout = std::chrono::milliseconds(3'000)});
  }

  void TearDown() override { stop(); }

  void start(const ConnectionSettings& settings) { start(site_, settings); }

  void start(Site& site, const ConnectionSettings& settings) {
    stop();
    server_ = std::make_unique<HttpServer>(site.application, settings);
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
    server_.reset();
  }

  // Whether somebody else gets an answer at once.
  [[nodiscard]] bool serves_others() const {
    const auto start = std::chrono::steady_clock::now();
    RawClient client(port_);
    client.send(get("/healthz"));
    const bool answered = client.answer().starts_with("HTTP/1.1 200");
    return answered && std::chrono::steady_clock::now() - start < std::chrono::milliseconds(1'000);
  }

  Site site_{server_test_service()};
  std::unique_ptr<HttpServer> server_;
  std::thread thread_;
  int port_ = 0;
};

}  // namespace kiertoon
