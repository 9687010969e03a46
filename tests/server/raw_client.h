#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kiertoon {

// A client that sends exactly the bytes it is told to.
class RawClient {
 public:
  explicit RawClient(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    connected_ =
        connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
  }
  ~RawClient() { close(socket_); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;
  RawClient(RawClient&&) = delete;
  RawClient& operator=(RawClient&&) = delete;

  [[nodiscard]] bool connected() const { return connected_; }

  void send(std::string_view bytes) const { static_cast<void>(can_send(bytes)); }

  [[nodiscard]] bool can_send(std::string_view bytes) const {
    return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(bytes.size());
  }

  void end_sending() const { shutdown(socket_, SHUT_WR); }

  // One answer with a body of its Content-Length (none: no body); what came when the time was over
  // or the server closed.
  std::string answer(std::chrono::milliseconds patience = std::chrono::seconds(5)) {
    const auto end = std::chrono::steady_clock::now() + patience;
    for (;;) {
      if (const std::size_t size = answer_size(); size > 0) {
        std::string result = received_.substr(0, size);
        received_.erase(0, size);
        return result;
      }
      if (!receive_until(end)) {
        return std::exchange(received_, {});
      }
    }
  }

  // Whether the server closes the connection in time.
  bool closed_within(std::chrono::milliseconds patience) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (receive_until(end)) {
    }
    return closed_;
  }

 private:
  [[nodiscard]] std::size_t answer_size() const {
    constexpr std::string_view kLength = "Content-Length: ";
    const std::size_t head = received_.find("\r\n\r\n");
    if (head == std::string::npos) {
      return 0;
    }
    const std::size_t length = received_.find(kLength);
    const std::size_t body =
        length < head ? std::stoul(received_.substr(length + kLength.size())) : 0;
    const std::size_t size = head + 4 + body;
    return received_.size() >= size ? size : 0;
  }

  bool receive_until(std::chrono::steady_clock::time_point end) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end - std::chrono::steady_clock::now());
    pollfd ready{.fd = socket_, .events = POLLIN, .revents = 0};
    if (left.count() <= 0 || poll(&ready, 1, static_cast<int>(left.count())) <= 0) {
      return false;
    }
    char buffer[65536];
    const ssize_t count = recv(socket_, buffer, sizeof(buffer), 0);
    if (count <= 0) {
      closed_ = true;
      return false;
    }
    received_.append(buffer, static_cast<std::size_t>(count));
    return true;
  }

  int socket_;
  bool connected_ = false;
  bool closed_ = false;
  std::string received_;
};

}  // namespace kiertoon
