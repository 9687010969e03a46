#include "server/request_head.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "server/limits.h"
#include "server/text.h"

namespace kiertoon {

namespace {

constexpr std::string_view kLineEnd = "\r\n";

constexpr std::array<std::string_view, 9> kMethods{
    "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"};

constexpr std::array<std::string_view, 8> kHeadersPassedOn{"Accept",
                                                           "Accept-Language",
                                                           "Access-Control-Request-Method",
                                                           "Connection",
                                                           "Content-Type",
                                                           "Host",
                                                           "If-None-Match",
                                                           "Origin"};

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

// The characters of a header's name: RFC 9110, 5.6.2.
bool is_token(std::string_view text) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           kMarks.find(c) != std::string_view::npos;
  });
}

Problem uri_too_long() {
  return problem_of_status(
      414,
      fmt::format(
          "the request line is longer than {} bytes (a '?' within the query counts as three)",
          limits::kRequestLineBytes));
}

Problem head_too_large() {
  return problem_of_status(431,
                           fmt::format("the headers are more than {} bytes or {} lines",
                                       limits::kHeadBytes,
                                       limits::kHeaderCount));
}

class HeadParser {
 public:
  Valid<RequestHead> parse(std::string_view head) {
    if (auto done = request_line(next_line(head)); !done) {
      return refuse(done.error());
    }
    std::size_t count = 0;
    for (std::string_view line = next_line(head); !line.empty(); line = next_line(head)) {
      if (++count > limits::kHeaderCount) {
        return refuse(head_too_large());
      }
      if (auto done = header(line); !done) {
        return refuse(done.error());
      }
    }
    if (auto done = whole(); !done) {
      return refuse(done.error());
    }
    result_.text += kLineEnd;
    return std::move(result_);
  }

 private:
  static std::string_view next_line(std::string_view& head) {
    const std::size_t end = std::min(head.find(kLineEnd), head.size());
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(std::min(end + kLineEnd.size(), head.size()));
    return line;
  }

  Valid<void> request_line(std::string_view line) {
    if (line.size() > limits::kRequestLineBytes) {
      return refuse(uri_too_long());
    }
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) {
      return refuse(bad_request("the request line is not 'METHOD /path HTTP/1.1'"));
    }
    const std::string_view method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const std::string_view protocol = line.substr(last + 1);
    is_http11_ = protocol == "HTTP/1.1";
    if (!is_http11_ && protocol != "HTTP/1.0") {
      return refuse(bad_request("the protocol is not HTTP/1.1 or HTTP/1.0"));
    }
    if (std::find(kMethods.begin(), kMethods.end(), method) == kMethods.end()) {
      return refuse(problem_of_status(501, "this server does not know that method"));
    }
    if (!target.starts_with('/') || target.find(' ') != std::string_view::npos ||
        std::any_of(target.begin(), target.end(), is_control)) {
      return refuse(bad_request("the request's target is not a path that begins with '/'"));
    }
    result_.text = fmt::format("{} {} {}", method, acceptable_target(target), protocol);
    if (result_.text.size() > limits::kRequestLineBytes) {
      return refuse(uri_too_long());
    }
    result_.text += kLineEnd;
    return {};
  }

  // RFC 3986 allows a `?` within a query; cpp-httplib 0.11 does not.
  static std::string acceptable_target(std::string_view target) {
    std::string result;
    bool in_query = false;
    for (const char c : target) {
      if (c == '?' && in_query) {
        result += "%3F";
        continue;
      }
      in_query = in_query || c == '?';
      result += c;
    }
    return result;
  }

  Valid<void> header(std::string_view line) {
    const std::size_t colon = std::min(line.find(':'), line.size());
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trim(line.substr(std::min(colon + 1, line.size())));
    if (colon == line.size() || !is_token(name) ||
        std::any_of(
            value.begin(), value.end(), [](char c) { return is_control(c) && c != '\t'; })) {
      return refuse(bad_request("a header is not of the form 'Name: value'"));
    }
    if (equals_ignoring_case(name, "Content-Length")) {
      return content_length(value);
    }
    if (equals_ignoring_case(name, "Transfer-Encoding")) {
      return refuse(
          problem_of_status(411, "a body needs a Content-Length; it cannot come in chunks"));
    }
    if (equals_ignoring_case(name, "Content-Encoding")) {
      encoded_ = encoded_ || !equals_ignoring_case(value, "identity");
    } else if (equals_ignoring_case(name, "Expect")) {
      result_.expects_continue = equals_ignoring_case(value, "100-continue");
    } else if (equals_ignoring_case(name, "Host")) {
      ++hosts_;
    }
    pass_on(name, value);
    return {};
  }

  Valid<void> content_length(std::string_view value) {
    std::size_t bytes = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), bytes);
    if (error == std::errc::result_out_of_range) {
      bytes = limits::kBodyBytes + 1;
    } else if (error != std::errc() || end != value.data() + value.size()) {
      return refuse(bad_request("Content-Length is not a number"));
    }
    if (has_length_ && bytes != result_.body_bytes) {
      return refuse(bad_request("there are two different Content-Lengths"));
    }
    if (bytes > limits::kBodyBytes) {
      return refuse(problem_of_status(
          413, fmt::format("the body is larger than {} bytes", limits::kBodyBytes)));
    }
    has_length_ = true;
    result_.body_bytes = bytes;
    return {};
  }

  void pass_on(std::string_view name, std::string_view value) {
    if (equals_ignoring_case(name, "Accept-Encoding")) {
      name = kAcceptEncodingHeader;
    } else if (std::none_of(kHeadersPassedOn.begin(), kHeadersPassedOn.end(), [&](auto known) {
                 return equals_ignoring_case(known, name);
               })) {
      return;
    }
    result_.text += fmt::format("{}: {}\r\n", name, value);
  }

  // What only the head as a whole shows.
  [[nodiscard]] Valid<void> whole() const {
    if (hosts_ > 1 || (is_http11_ && hosts_ == 0)) {
      return refuse(bad_request("the request needs one Host header"));
    }
    if (encoded_ && result_.body_bytes > 0) {
      return refuse(problem_of_status(415, "a body must come uncompressed"));
    }
    return {};
  }

  RequestHead result_;
  bool is_http11_ = false;
  bool encoded_ = false;
  bool has_length_ = false;
  int hosts_ = 0;
};

}  // namespace

Valid<std::optional<std::size_t>> end_of_head(std::string_view received, std::size_t from) {
  const std::string_view head = received.substr(0, limits::kHeadBytes);
  for (std::size_t i = head.find('\n', from); i < head.size(); i = head.find('\n', i + 1)) {
    if (i == 0 || head[i - 1] != '\r') {
      return refuse(bad_request("a line of the head does not end with CR LF"));
    }
    if (i >= 3 && head.substr(i - 3, 4) == "\r\n\r\n") {
      return std::optional(i + 1);
    }
  }
  if (received.size() > limits::kRequestLineBytes &&
      received.substr(0, limits::kRequestLineBytes).find('\n') == std::string_view::npos) {
    return refuse(uri_too_long());
  }
  if (received.size() > limits::kHeadBytes) {
    return refuse(head_too_large());
  }
  return std::optional<std::size_t>();
}

Valid<RequestHead> parse_head(std::string_view head) {
  return HeadParser().parse(head);
}

}  // namespace kiertoon
