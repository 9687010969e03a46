#include "server/public_address.h"

#include <algorithm>

#include <fmt/format.h>

#include "server/text.h"

namespace kiertoon {

namespace {

constexpr std::size_t kLongestHost = 255;
constexpr std::size_t kLongestPort = 5;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return is_digit(c) || is_letter(c) || c == '.' || c == '-' || c == '_';
  });
}

bool is_bracketed_address(std::string_view text) {
  return text.size() > 2 && text.front() == '[' && text.back() == ']' &&
         std::all_of(text.begin() + 1, text.end() - 1, [](char c) {
           return is_digit(c) || is_letter(c) || c == ':' || c == '.';
         });
}

bool is_port(std::string_view port) {
  return !port.empty() && port.size() <= kLongestPort &&
         std::all_of(port.begin(), port.end(), is_digit);
}

}  // namespace

bool is_host(std::string_view host) {
  if (host.size() > kLongestHost) {
    return false;
  }
  const std::size_t colon = host.rfind(':');
  const bool has_port = colon != std::string_view::npos && host.find(']', colon) == host.npos;
  if (has_port && !is_port(host.substr(colon + 1))) {
    return false;
  }
  const std::string_view name = has_port ? host.substr(0, colon) : host;
  return is_name(name) || is_bracketed_address(name);
}

Valid<std::string> public_address(const Call& call, const ServiceContext& context) {
  if (context.public_url) {
    return *context.public_url;
  }
  if (!is_host(call.host)) {
    return refuse(bad_request(fmt::format(
        "the Host header is '{}', which is not the name of a host", quotable(call.host))));
  }
  return "http://" + call.host;
}

}  // namespace kiertoon
