#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>

#include "base/error.h"
#include "indexer/deed_source.h"

namespace kiertoon {

enum class ProgressStyle {
  kNone,
  kLines,  // a plain line every two seconds
  kBar,    // one line of a terminal, drawn anew ten times a second
};

// Tells the operator how a run goes: problems and progress on one stream, results on another. Not
// thread-safe.
class Reporter {
 public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;

  struct Streams {
    std::ostream& results;
    std::ostream& messages;
  };

  Reporter(Streams streams, ProgressStyle style, Clock clock = std::chrono::steady_clock::now);

  // "deeds.jsonl:17: themes[0]: "x" is not ..."
  void problem(const SourcePlace& place, const FieldError& error);
  void error(const Error& error);
  void warning(std::string_view text);

  // How far a piece of work is; its time counts from the first call that names it. A total of 0 is
  // not known yet.
  void progress(std::string_view work, std::size_t done, std::size_t total);

  // A line of the result; left out when progress is (kNone).
  void result(std::string_view line);

 private:
  void draw_bar(std::size_t done, std::size_t total, double rate);
  void write_line(std::size_t done, std::size_t total, double rate);
  void clear_bar();

  Streams streams_;
  ProgressStyle style_;
  Clock clock_;
  std::string work_;
  std::chrono::steady_clock::time_point began_;
  std::chrono::steady_clock::time_point shown_;
  bool bar_is_drawn_ = false;
};

}  // namespace kiertoon
