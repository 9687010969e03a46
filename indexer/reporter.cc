#include "indexer/reporter.h"

#include <utility>

#include <fmt/format.h>

namespace kiertoon {
namespace {

constexpr std::chrono::milliseconds kBetweenLines{2'000};
constexpr std::chrono::milliseconds kBetweenBars{100};
constexpr std::size_t kBarWidth = 24;
constexpr std::string_view kClearLine = "\r\033[K";

std::size_t percent(std::size_t done, std::size_t total) {
  return done * 100 / total;
}

}  // namespace

Reporter::Reporter(Streams streams, ProgressStyle style, Clock clock)
    : streams_(streams), style_(style), clock_(std::move(clock)) {}

void Reporter::problem(const SourcePlace& place, const FieldError& error) {
  clear_bar();
  streams_.messages << place.to_string() << ": " << error.to_string() << '\n';
}

void Reporter::error(const Error& error) {
  clear_bar();
  streams_.messages << "kiertoon-indexer: " << error.to_string() << '\n';
}

void Reporter::warning(std::string_view text) {
  clear_bar();
  streams_.messages << "kiertoon-indexer: warning: " << text << '\n';
}

void Reporter::progress(std::string_view work, std::size_t done, std::size_t total) {
  if (style_ == ProgressStyle::kNone) {
    return;
  }
  const auto now = clock_();
  if (work != work_) {
    clear_bar();
    work_ = work;
    began_ = now;
    shown_ = now;
    return;
  }
  const bool finished = done == total && style_ == ProgressStyle::kBar;
  if (now - shown_ < (style_ == ProgressStyle::kBar ? kBetweenBars : kBetweenLines) && !finished) {
    return;
  }
  shown_ = now;
  const double seconds = std::chrono::duration<double>(now - began_).count();
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  if (style_ == ProgressStyle::kBar) {
    draw_bar(done, total, rate);
  } else {
    write_line(done, total, rate);
  }
}

void Reporter::result(std::string_view line) {
  clear_bar();
  if (style_ != ProgressStyle::kNone) {
    streams_.results << line << '\n';
  }
}

void Reporter::draw_bar(std::size_t done, std::size_t total, double rate) {
  std::string bar;
  std::string share;
  if (total > 0) {
    const std::size_t full = done * kBarWidth / total;
    bar = fmt::format("[{}{}] ", std::string(full, '#'), std::string(kBarWidth - full, ' '));
    share = fmt::format("/{} {:3} %", total, percent(done, total));
  }
  streams_.messages << kClearLine
                    << fmt::format("{} {}{}{}  {:.0f}/s", work_, bar, done, share, rate)
                    << std::flush;
  bar_is_drawn_ = true;
}

void Reporter::write_line(std::size_t done, std::size_t total, double rate) {
  const std::string share =
      total == 0 ? std::string() : fmt::format(" of {} ({} %)", total, percent(done, total));
  streams_.messages << fmt::format("{} {}{}, {:.0f}/s", work_, done, share, rate) << std::endl;
}

void Reporter::clear_bar() {
  if (bar_is_drawn_) {
    streams_.messages << kClearLine << std::flush;
    bar_is_drawn_ = false;
  }
}

}  // namespace kiertoon
