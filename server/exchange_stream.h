#pragma once

#include <string>
#include <string_view>

#include <httplib.h>

namespace kiertoon {

// What cpp-httplib reads a request from and writes the answer to: memory. `input` must outlive the
// stream.
class ExchangeStream final : public httplib::Stream {
 public:
  explicit ExchangeStream(std::string_view input) : input_(input) {}

  [[nodiscard]] bool is_readable() const override { return !input_.empty(); }
  [[nodiscard]] bool is_writable() const override { return true; }
  ssize_t read(char* data, std::size_t size) override;
  ssize_t write(const char* data, std::size_t size) override;

  // Nobody here is told who asks: what is not known is not logged.
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;

  // Any number the library does not take for too large (it compares with FD_SETSIZE, though nothing
  // here uses select).
  [[nodiscard]] socket_t socket() const override { return 0; }

  [[nodiscard]] std::string take() && { return std::move(output_); }

 private:
  std::string_view input_;
  std::string output_;
};

}  // namespace kiertoon
