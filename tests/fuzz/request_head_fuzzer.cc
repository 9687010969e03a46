// Any bytes as what a client sends first: the end of the head does not depend on how the bytes
// arrive, what is passed on is a head that is taken again, what is refused has an answer.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/utf8.h"
#include "server/limits.h"
#include "server/request_head.h"
#include "tests/fuzz/require.h"

namespace {

using kiertoon::require;

constexpr std::string_view kLineEnd = "\r\n";

void check_problem(const kiertoon::Problem& problem) {
  require(problem.status >= 400 && problem.status < 600);
  require(!problem.detail.empty() && kiertoon::is_valid_utf8(kiertoon::problem_json(problem)));
}

// The end as it is found when the bytes come in two pieces.
void check_end(std::string_view received) {
  const auto at_once = kiertoon::end_of_head(received, 0);
  const std::size_t half = received.size() / 2;
  const auto of_half = kiertoon::end_of_head(received.substr(0, half), 0);
  if (of_half && !*of_half) {
    const auto in_pieces = kiertoon::end_of_head(received, half);
    require(at_once.has_value() == in_pieces.has_value());
    require(at_once ? *at_once == *in_pieces : at_once.error().status == in_pieces.error().status);
  }
  if (!at_once) {
    check_problem(at_once.error());
  }
}

void check_lines(std::string_view head) {
  require(head.ends_with("\r\n\r\n"));
  const auto line_ends = std::count(head.begin(), head.end(), '\n');
  require(std::count(head.begin(), head.end(), '\r') == line_ends);
  require(head.find('\0') == std::string_view::npos);
}

std::string_view request_line(std::string_view head) {
  return head.substr(0, head.find(kLineEnd));
}

void check_head(std::string_view received) {
  const auto head = kiertoon::parse_head(received);
  if (!head) {
    check_problem(head.error());
    return;
  }
  check_lines(head->text);
  require(head->body_bytes <= kiertoon::limits::kBodyBytes);
  const auto again = kiertoon::parse_head(head->text);
  require(again.has_value());
  require(request_line(again->text) == request_line(head->text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view received(reinterpret_cast<const char*>(data), size);
  check_end(received);
  if (const auto end = kiertoon::end_of_head(received, 0); end && *end) {
    require(**end <= size);
    check_head(received.substr(0, **end));
  }
  return 0;
}
