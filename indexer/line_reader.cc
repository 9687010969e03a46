#include "indexer/line_reader.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace kiertoon {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} * 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

ReadBytes read_from(std::string_view text) {
  return [text](std::span<char> buffer) mutable -> Expected<std::size_t> {
    const std::size_t size = std::min(buffer.size(), text.size());
    std::copy_n(text.begin(), size, buffer.begin());
    text.remove_prefix(size);
    return size;
  };
}

LineReader::LineReader(ReadBytes read, std::size_t max_bytes)
    : read_(std::move(read)), max_bytes_(max_bytes), buffer_(kBufferBytes, '\0') {}

Expected<std::optional<Line>> LineReader::next() {
  line_.clear();
  size_ = 0;
  bool ended = false;
  for (bool more = true; more && !ended;) {
    const std::string_view rest(buffer_.data() + begin_, end_ - begin_);
    const std::size_t line_end = std::min(rest.find('\n'), rest.size());
    take(rest.substr(0, line_end));
    ended = line_end < rest.size();
    begin_ += line_end + (ended ? 1 : 0);
    if (!ended) {
      const Expected<bool> filled = fill();
      if (!filled) {
        return tl::unexpected(filled.error());
      }
      more = *filled;
    }
  }
  if (!ended && size_ == 0) {
    return std::nullopt;
  }
  ++number_;
  std::string_view text = size_ <= max_bytes_ ? std::string_view(line_) : std::string_view();
  if (number_ == 1 && text.starts_with(kByteOrderMark)) {
    text.remove_prefix(kByteOrderMark.size());
  }
  if (text.ends_with('\r')) {
    text.remove_suffix(1);
  }
  return Line{.number = number_, .text = text, .size = size_};
}

void LineReader::take(std::string_view part) {
  size_ += part.size();
  if (size_ <= max_bytes_) {
    line_ += part;
  }
}

Expected<bool> LineReader::fill() {
  const Expected<std::size_t> read = read_(buffer_);
  if (!read) {
    return tl::unexpected(read.error());
  }
  begin_ = 0;
  end_ = *read;
  return end_ > 0;
}

}  // namespace kiertoon
