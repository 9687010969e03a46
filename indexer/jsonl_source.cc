#include "indexer/jsonl_source.h"

#include <utility>

#include <fmt/format.h>

#include "base/tsv.h"

namespace kiertoon {
namespace {

tl::expected<ParsedDeed, std::vector<FieldError>> parse_line(const Line& line) {
  if (line.size > kMaxJsonlLineBytes) {
    return tl::unexpected(std::vector<FieldError>{
        {{},
         {},
         fmt::format("has {} bytes; {} are allowed in a line", line.size, kMaxJsonlLineBytes)}});
  }
  return parse_deed(line.text);
}

}  // namespace

JsonlSource::JsonlSource(std::string name, ReadBytes read)
    : name_(std::move(name)), lines_(std::move(read), kMaxJsonlLineBytes) {}

Expected<std::optional<SourceRecord>> JsonlSource::next() {
  for (;;) {
    const auto line = lines_.next();
    if (!line) {
      return tl::unexpected(line.error());
    }
    if (!*line) {
      return std::nullopt;
    }
    const bool too_long = (*line)->size > kMaxJsonlLineBytes;
    if (too_long || !strip((*line)->text).empty()) {
      return SourceRecord{{name_, (*line)->number}, parse_line(**line)};
    }
  }
}

}  // namespace kiertoon
