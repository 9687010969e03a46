#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

#include "server/limits.h"
#include "server/problem.h"
#include "server/request_head.h"

namespace kiertoon {

struct ConnectionSettings {
  std::size_t workers = 2 + limits::kSpareWorkers;
  std::size_t connections = limits::kConnections;
  std::chrono::milliseconds read_timeout = limits::kReadTimeout;
  std::chrono::milliseconds idle_timeout = limits::kIdleTimeout;
  std::chrono::milliseconds write_timeout = limits::kWriteTimeout;
};

// What to send, and whether the connection stays open for another request.
struct Exchange {
  std::string bytes = {};
  bool keep_open = true;
};

// Who answers. Called from many threads at once; must not throw.
class ExchangeHandler {
 public:
  virtual ~ExchangeHandler() = default;
  ExchangeHandler(const ExchangeHandler&) = delete;
  ExchangeHandler& operator=(const ExchangeHandler&) = delete;
  ExchangeHandler(ExchangeHandler&&) = delete;
  ExchangeHandler& operator=(ExchangeHandler&&) = delete;

  [[nodiscard]] virtual Exchange exchange(const RequestHead& head, std::string_view body) = 0;
  // Bytes of the answer to what is not a request; the connection is closed after it.
  [[nodiscard]] virtual std::string refusal(const Problem& problem) = 0;

 protected:
  ExchangeHandler() = default;
};

// Holds the open connections, and gives a worker to one only while there is something to do: bytes
// to take in, a complete request to answer, room to send. A client that sends a byte a second, or
// does not read its answer, costs memory (at most limits::kHeadBytes + kBodyBytes and the answer)
// until its time is over, and never a thread.
//
// All workers wait on one epoll descriptor. A connection is registered as one-shot: from its event
// until it is armed again it belongs to one worker, and only that worker may close it. Others shut
// its socket down, which raises the next event.
class Connections {
 public:
  // `handler` must outlive this. Throws std::system_error when the process has no descriptors left.
  Connections(const ConnectionSettings& settings, ExchangeHandler& handler);
  ~Connections();
  Connections(const Connections&) = delete;
  Connections& operator=(const Connections&) = delete;
  Connections(Connections&&) = delete;
  Connections& operator=(Connections&&) = delete;

  // Takes over a connected socket. Thread-safe. When there are too many, the one closest to its
  // timeout goes.
  void adopt(int socket);

  // Lets the answers under way finish, closes everything and joins the workers. At most once.
  void stop();

 private:
  using Clock = std::chrono::steady_clock;
  struct Connection;
  enum class Outcome;

  void work();
  void serve(Connection& connection);
  [[nodiscard]] Outcome step(Connection& connection);
  [[nodiscard]] Outcome receive(Connection& connection);
  [[nodiscard]] Outcome look_for_head(Connection& connection);
  [[nodiscard]] Outcome answer(Connection& connection);
  [[nodiscard]] Outcome flush(Connection& connection);
  [[nodiscard]] Outcome refuse_and_close(Connection& connection, const Problem& problem);
  [[nodiscard]] Outcome linger(Connection& connection) const;
  void arm(Connection& connection, bool for_writing) const;
  void close(Connection& connection);
  [[nodiscard]] bool make_room();
  void sweep();
  void sweep_until_stopped(const std::stop_token& stop);

  ConnectionSettings settings_;
  ExchangeHandler& handler_;
  int epoll_ = -1;
  int wake_ = -1;  // an eventfd, readable once the workers shall end
  std::atomic<bool> stopping_{false};
  std::mutex mutex_;
  std::unordered_map<Connection*, std::unique_ptr<Connection>> table_;  // guarded by mutex_
  std::vector<std::thread> workers_;
  std::jthread sweeper_;
};

}  // namespace kiertoon
