#include "server/exchange_stream.h"

#include <algorithm>

namespace kiertoon {

ssize_t ExchangeStream::read(char* data, std::size_t size) {
  const std::size_t count = std::min(size, input_.size());
  input_.copy(data, count);
  input_.remove_prefix(count);
  return static_cast<ssize_t>(count);
}

ssize_t ExchangeStream::write(const char* data, std::size_t size) {
  output_.append(data, size);
  return static_cast<ssize_t>(size);
}

void ExchangeStream::get_remote_ip_and_port(std::string& ip, int& port) const {
  ip.clear();
  port = 0;
}

void ExchangeStream::get_local_ip_and_port(std::string& ip, int& port) const {
  ip.clear();
  port = 0;
}

}  // namespace kiertoon
