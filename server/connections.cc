#include "server/connections.h"

#include <array>
#include <cerrno>
#include <condition_variable>
#include <cstdint>
#include <optional>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <spdlog/spdlog.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kiertoon {

namespace {

constexpr std::chrono::milliseconds kSweepInterval{250};

// A refused client may still be sending: closing at once would make the kernel throw our answer
// away (RFC 9112, 9.6).
constexpr std::chrono::milliseconds kLingerTime{2'000};

constexpr std::size_t kReceiveBytes = std::size_t{16} * 1024;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

// A descriptor, or an exception: without it there is nothing to serve with.
int required(int descriptor, const char* what) {
  if (descriptor < 0) {
    throw std::system_error(errno, std::generic_category(), what);
  }
  return descriptor;
}

bool would_block() {
  return errno == EAGAIN || errno == EWOULDBLOCK;
}

}  // namespace

// What a worker is to do with a connection next.
enum class Connections::Outcome { kGoOn, kAwaitRead, kAwaitWrite, kClose };

struct Connections::Connection {
  explicit Connection(int connected) : socket(connected) {}
  ~Connection() { ::close(socket); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  Connection(Connection&&) = delete;
  Connection& operator=(Connection&&) = delete;

  void expire_after(std::chrono::milliseconds time) {
    deadline.store(Clock::now().time_since_epoch() + time);
  }
  void never_expire() { deadline.store(Clock::duration::max()); }

  const int socket;
  // Held while a worker arms the connection, and taken by the next one first: that orders what the
  // two do with it.
  std::mutex handover;
  std::string input;
  std::size_t scanned = 0;     // bytes of input without the end of a head
  std::size_t head_bytes = 0;  // of input, once `head` is there
  std::optional<RequestHead> head;
  std::string output;
  std::size_t sent = 0;    // bytes of output
  bool keep_open = true;   // after output is sent
  bool lingering = false;  // everything sent; what still comes is thrown away
  bool gave_way = false;   // with requests left in input
  std::atomic<Clock::duration> deadline{Clock::duration::max()};  // read by the sweeper
};

Connections::Connections(const ConnectionSettings& settings, ExchangeHandler& handler)
    : settings_(settings),
      handler_(handler),
      epoll_(required(epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
      wake_(required(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd")) {
  epoll_event event{};
  event.events = EPOLLIN;  // stays readable: wakes every worker
  event.data.ptr = nullptr;
  epoll_ctl(epoll_, EPOLL_CTL_ADD, wake_, &event);
  for (std::size_t i = 0; i < settings_.workers; ++i) {
    workers_.emplace_back([this] { work(); });
  }
  sweeper_ = std::jthread([this](const std::stop_token& stop) { sweep_until_stopped(stop); });
}

Connections::~Connections() {
  stop();
  ::close(wake_);
  ::close(epoll_);
}

void Connections::adopt(int socket) {
  const int on = 1;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
  fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK);
  auto connection = std::make_unique<Connection>(socket);
  Connection* const key = connection.get();
  connection->expire_after(settings_.read_timeout);
  const std::lock_guard lock(mutex_);
  if (stopping_ || !make_room()) {
    return;
  }
  table_.emplace(key, std::move(connection));
  epoll_event event{};
  event.events = EPOLLIN | EPOLLONESHOT;
  event.data.ptr = key;
  if (epoll_ctl(epoll_, EPOLL_CTL_ADD, socket, &event) != 0) {
    table_.erase(key);
  }
}

void Connections::stop() {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_.exchange(true)) {
      return;
    }
  }
  const std::uint64_t one = 1;
  if (write(wake_, &one, sizeof(one)) != sizeof(one)) {
    spdlog::error("cannot wake the workers");
  }
  sweeper_.request_stop();
  for (std::thread& worker : workers_) {
    worker.join();
  }
  sweeper_.join();
  const std::lock_guard lock(mutex_);
  table_.clear();
}

void Connections::work() {
  while (!stopping_) {
    epoll_event event{};
    if (epoll_wait(epoll_, &event, 1, -1) == 1 && event.data.ptr != nullptr) {
      serve(*static_cast<Connection*>(event.data.ptr));
    }
  }
}

void Connections::serve(Connection& connection) {
  {
    const std::lock_guard armed(connection.handover);  // the worker before has let go of it
  }
  Outcome outcome = Outcome::kGoOn;
  while (outcome == Outcome::kGoOn) {
    outcome = step(connection);
  }
  if (outcome == Outcome::kClose) {
    close(connection);
  } else {
    arm(connection, outcome == Outcome::kAwaitWrite);
  }
}

Connections::Outcome Connections::step(Connection& connection) {
  if (connection.lingering) {
    return linger(connection);
  }
  if (!connection.output.empty()) {
    return flush(connection);
  }
  if (connection.gave_way) {
    connection.gave_way = false;
    connection.expire_after(settings_.read_timeout);
  }
  if (connection.head &&
      connection.input.size() >= connection.head_bytes + connection.head->body_bytes) {
    return answer(connection);
  }
  return receive(connection);
}

Connections::Outcome Connections::receive(Connection& connection) {
  if (!connection.head && connection.scanned < connection.input.size()) {
    return look_for_head(connection);
  }
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): recv fills it
  std::array<char, kReceiveBytes> buffer;
  const ssize_t received = recv(connection.socket, buffer.data(), buffer.size(), 0);
  if (received > 0) {
    if (connection.input.empty()) {
      connection.expire_after(settings_.read_timeout);
    }
    connection.input.append(buffer.data(), static_cast<std::size_t>(received));
    return Outcome::kGoOn;
  }
  return received < 0 && would_block() ? Outcome::kAwaitRead : Outcome::kClose;
}

Connections::Outcome Connections::look_for_head(Connection& connection) {
  const auto end = end_of_head(connection.input, connection.scanned);
  if (!end) {
    return refuse_and_close(connection, end.error());
  }
  connection.scanned = connection.input.size();
  if (!*end) {
    return Outcome::kGoOn;
  }
  auto head = parse_head(std::string_view(connection.input).substr(0, **end));
  if (!head) {
    return refuse_and_close(connection, head.error());
  }
  connection.head_bytes = **end;
  if (head->expects_continue &&
      connection.input.size() < connection.head_bytes + head->body_bytes) {
    connection.output = kContinue;
  }
  connection.head = std::move(*head);
  return Outcome::kGoOn;
}

Connections::Outcome Connections::answer(Connection& connection) {
  connection.never_expire();
  const std::size_t request_bytes = connection.head_bytes + connection.head->body_bytes;
  const std::string_view body =
      std::string_view(connection.input).substr(connection.head_bytes, connection.head->body_bytes);
  Exchange exchange = handler_.exchange(*connection.head, body);
  connection.output = std::move(exchange.bytes);
  connection.keep_open = exchange.keep_open && !stopping_;
  if (connection.input.size() == request_bytes) {
    std::string().swap(connection.input);  // a silent connection holds no memory
  } else {
    connection.input.erase(0, request_bytes);
  }
  connection.head.reset();
  connection.scanned = 0;
  connection.expire_after(settings_.write_timeout);
  return connection.output.empty() ? Outcome::kClose : Outcome::kGoOn;
}

Connections::Outcome Connections::flush(Connection& connection) {
  while (connection.sent < connection.output.size()) {
    const ssize_t sent = send(connection.socket,
                              connection.output.data() + connection.sent,
                              connection.output.size() - connection.sent,
                              MSG_NOSIGNAL);
    if (sent < 0) {
      return would_block() ? Outcome::kAwaitWrite : Outcome::kClose;
    }
    connection.sent += static_cast<std::size_t>(sent);
  }
  connection.output.clear();
  connection.output.shrink_to_fit();
  connection.sent = 0;
  if (!connection.keep_open) {
    shutdown(connection.socket, SHUT_WR);
    connection.lingering = true;
    connection.expire_after(kLingerTime);
    return Outcome::kGoOn;
  }
  if (connection.head) {
    return Outcome::kGoOn;  // that was "100 Continue"
  }
  if (connection.input.empty()) {
    connection.expire_after(settings_.idle_timeout);
    return Outcome::kAwaitRead;
  }
  // More requests are here already. Others first: as soon as there is room for an answer, this
  // connection comes up again behind them.
  connection.expire_after(settings_.write_timeout);
  connection.gave_way = true;
  return Outcome::kAwaitWrite;
}

Connections::Outcome Connections::refuse_and_close(Connection& connection, const Problem& problem) {
  connection.output = handler_.refusal(problem);
  connection.keep_open = false;
  connection.input.clear();
  connection.expire_after(settings_.write_timeout);
  return Outcome::kGoOn;
}

Connections::Outcome Connections::linger(Connection& connection) const {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): recv fills it
  std::array<char, kReceiveBytes> buffer;
  const ssize_t received = recv(connection.socket, buffer.data(), buffer.size(), 0);
  return received < 0 && would_block() ? Outcome::kAwaitRead : Outcome::kClose;
}

void Connections::arm(Connection& connection, bool for_writing) const {
  epoll_event event{};
  event.events = (for_writing ? EPOLLOUT : EPOLLIN) | EPOLLONESHOT;
  event.data.ptr = &connection;
  const std::lock_guard handing_over(connection.handover);
  // From here on the connection belongs to whoever gets its next event.
  epoll_ctl(epoll_, EPOLL_CTL_MOD, connection.socket, &event);
}

void Connections::close(Connection& connection) {
  const std::lock_guard lock(mutex_);
  table_.erase(&connection);
}

// Called with the mutex held. False when all connections are being answered.
bool Connections::make_room() {
  if (table_.size() < settings_.connections) {
    return true;
  }
  Connection* oldest = nullptr;
  auto earliest = Clock::duration::max();
  for (const auto& [key, connection] : table_) {
    if (const auto deadline = key->deadline.load(); deadline < earliest) {
      oldest = key;
      earliest = deadline;
    }
  }
  if (oldest != nullptr) {
    shutdown(oldest->socket, SHUT_RDWR);
  }
  return oldest != nullptr;
}

void Connections::sweep() {
  const Clock::duration now = Clock::now().time_since_epoch();
  const std::lock_guard lock(mutex_);
  for (const auto& [key, connection] : table_) {
    if (connection->deadline.load() < now) {
      shutdown(connection->socket, SHUT_RDWR);
    }
  }
}

void Connections::sweep_until_stopped(const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any tick;
  std::unique_lock lock(mutex);
  while (!stop.stop_requested()) {
    tick.wait_for(lock, stop, kSweepInterval, [] { return false; });
    sweep();
  }
}

}  // namespace kiertoon
