#pragma once

#include <memory>
#include <string>

#include "base/error.h"
#include "server/application.h"
#include "server/connections.h"

namespace kiertoon {

struct Endpoint {
  std::string host = "127.0.0.1";
  int port = 8080;  // 0: any free one
};

// Serves an application over HTTP/1.1. cpp-httplib accepts connections, reads the requests and
// writes the answers; waiting for clients, and all limits, are those of Connections and
// request_head.h, because the library's own let one client take all workers or all memory.
// Thread-safe where noted.
class HttpServer {
 public:
  // `application` must outlive the server.
  HttpServer(const Application& application, const ConnectionSettings& settings);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  HttpServer(HttpServer&&) = delete;
  HttpServer& operator=(HttpServer&&) = delete;

  // Takes the address. The port is the one taken when `endpoint` asks for any. Fails, with what to
  // do, when the port is in use or the host is not of this machine.
  [[nodiscard]] Expected<int> bind(const Endpoint& endpoint);

  // Serves until stop() or until the socket breaks. After bind(), once.
  void run();

  // Ends run() after the answers under way. From any thread; not from a signal handler.
  void stop();

 private:
  class Listener;
  std::unique_ptr<Listener> listener_;
};

}  // namespace kiertoon
