#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/error.h"

namespace kiertoon {

// Fills the front of a buffer and returns how many bytes it wrote; 0 at the end of the input. May
// block.
using ReadBytes = std::function<Expected<std::size_t>(std::span<char>)>;

// Reads from a text in memory, which must outlive it.
[[nodiscard]] ReadBytes read_from(std::string_view text);

struct Line {
  std::size_t number = 0;  // 1-based
  std::string_view text;   // without the line end ("\n" or "\r\n"); valid until the next next()
  std::size_t size = 0;    // in bytes; more than text holds when the line is over the limit
};

// Lines of an input, in memory that does not grow with them: a line over the limit is read past and
// its text left empty. A byte order mark at the start is skipped. Not thread-safe.
class LineReader {
 public:
  LineReader(ReadBytes read, std::size_t max_bytes);

  // The next line; nothing at the end. Fails when reading fails.
  [[nodiscard]] Expected<std::optional<Line>> next();

 private:
  [[nodiscard]] Expected<bool> fill();
  void take(std::string_view part);

  ReadBytes read_;
  std::size_t max_bytes_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what is not yet taken from buffer_
  std::size_t end_ = 0;
  std::string line_;
  std::size_t size_ = 0;
  std::size_t number_ = 0;
};

}  // namespace kiertoon
