#include "server/http_server.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <ctime>
#include <system_error>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <httplib.h>
#include <netdb.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include "server/exchange_stream.h"

namespace kiertoon {

namespace {

// Descriptors for the index, logs and the like, besides the connections.
constexpr rlim_t kOtherDescriptors = 512;

// What the Keep-Alive header promises; nobody counts.
constexpr std::size_t kRequestsPerConnection = 1'000'000;

// cpp-httplib runs a connection's whole life as one task; here that only hands the socket over, at
// once.
class RunAtOnce final : public httplib::TaskQueue {
 public:
  void enqueue(std::function<void()> task) override { task(); }
  void shutdown() override {}
};

std::string http_date() {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(std::time(nullptr)));
}

HttpRequest request_of(const httplib::Request& in) {
  return {.method = in.method,
          .target = in.target,
          .body = in.body,
          .if_none_match = in.get_header_value("If-None-Match"),
          .accept = in.get_header_value("Accept"),
          .accept_encoding = in.get_header_value(std::string(kAcceptEncodingHeader)),
          .accept_language = in.get_header_value("Accept-Language"),
          .host = in.get_header_value("Host"),
          .origin = in.get_header_value("Origin"),
          .preflight_method = in.get_header_value("Access-Control-Request-Method")};
}

// The library gives every answer without a body "Content-Length: 0". RFC 9110, 8.6 forbids that for
// 204; for 304 it would speak of the full answer.
void drop_content_length(std::string& bytes) {
  constexpr std::string_view kLine = "Content-Length: 0\r\n";
  if (const std::size_t at = bytes.find(kLine); at != std::string::npos) {
    bytes.erase(at, kLine.size());
  }
}

void allow_descriptors(std::size_t connections) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
    limit.rlim_cur =
        std::max(limit.rlim_cur, std::min<rlim_t>(limit.rlim_max, connections + kOtherDescriptors));
    setrlimit(RLIMIT_NOFILE, &limit);
  }
}

}  // namespace

class HttpServer::Listener final : public httplib::Server, public ExchangeHandler {
 public:
  Listener(const Application& application, const ConnectionSettings& settings)
      : application_(application), connections_(settings, *this) {
    allow_descriptors(settings.connections);
    new_task_queue = [] { return new RunAtOnce; };  // the library deletes it
    set_keep_alive_max_count(kRequestsPerConnection);
    set_keep_alive_timeout(
        std::chrono::duration_cast<std::chrono::seconds>(settings.idle_timeout).count());
    // Not the library's: it would let two servers share a port.
    set_socket_options([this](socket_t socket) {
      const int on = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
      socket_ = socket;
    });
    set_pre_routing_handler([this](const httplib::Request& in, httplib::Response& out) {
      send(application_.answer(request_of(in)), out);
      return HandlerResponse::Handled;
    });
  }

  [[nodiscard]] Exchange exchange(const RequestHead& head, std::string_view body) override {
    ExchangeStream stream(head.text);
    bool close = false;
    const bool served = process_request(
        stream, false, close, [&](httplib::Request& request) { request.body = body; });
    Exchange result{.bytes = std::move(stream).take(), .keep_open = served && !close};
    if (status_without_body(result.bytes)) {
      drop_content_length(result.bytes);
    }
    return result;
  }

  [[nodiscard]] std::string refusal(const Problem& problem) override {
    const HttpReply reply = application_.refusal(problem);
    std::string bytes = fmt::format("HTTP/1.1 {} {}\r\n", problem.status, problem.title);
    for (const auto& [name, value] : reply.headers) {
      bytes += fmt::format("{}: {}\r\n", name, value);
    }
    bytes += fmt::format("Date: {}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
                         http_date(),
                         reply.body.size());
    return bytes + reply.body;
  }

  // Listens again on the socket the library made, for its queue of 5 drops what comes at once.
  void lengthen_queue() const { ::listen(socket_, limits::kBacklog); }

  void stop_all() {
    if (!stopped_.exchange(true)) {
      ::shutdown(socket_, SHUT_RDWR);  // ends the library's loop, also when it has not begun yet
      connections_.stop();
    }
  }

 private:
  bool process_and_close_socket(socket_t socket) override {
    connections_.adopt(socket);
    return true;
  }

  static bool status_without_body(std::string_view bytes) {
    const std::string_view status = bytes.substr(std::min<std::size_t>(bytes.size(), 9), 3);
    return status == "204" || status == "304";
  }

  static void send(HttpReply reply, httplib::Response& out) {
    out.status = reply.status;
    out.body = std::move(reply.body);
    for (const auto& [name, value] : reply.headers) {
      out.headers.emplace(name, value);
    }
    out.headers.emplace("Accept-Ranges", "none");
    out.headers.emplace("Date", http_date());
  }

  const Application& application_;
  socket_t socket_ = INVALID_SOCKET;
  std::atomic<bool> stopped_{false};
  Connections connections_;
};

HttpServer::HttpServer(const Application& application, const ConnectionSettings& settings)
    : listener_(std::make_unique<Listener>(application, settings)) {}

HttpServer::~HttpServer() {
  listener_->stop_all();
}

Expected<int> HttpServer::bind(const Endpoint& endpoint) {
  errno = 0;
  const int port = endpoint.port == 0 ? listener_->bind_to_any_port(endpoint.host)
                   : listener_->bind_to_port(endpoint.host, endpoint.port) ? endpoint.port
                                                                           : -1;
  const int cause = errno;
  if (port <= 0) {
    return fail(ErrorCode::kUnavailable,
                fmt::format("cannot listen on {}:{}: {}",
                            endpoint.host,
                            endpoint.port,
                            cause == 0 ? "no such address on this machine"
                                       : std::generic_category().message(cause)),
                cause == EADDRINUSE
                    ? "another program uses that port; choose another with --port, or "
                      "0 for any free one"
                    : "check --host and --port");
  }
  listener_->lengthen_queue();
  return port;
}

void HttpServer::run() {
  listener_->listen_after_bind();
}

void HttpServer::stop() {
  listener_->stop_all();
}

}  // namespace kiertoon
