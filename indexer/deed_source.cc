#include "indexer/deed_source.h"

#include <utility>

#include <fmt/format.h>

#include "indexer/input_file.h"
#include "indexer/jsonl_source.h"

namespace kiertoon {

std::string SourcePlace::to_string() const {
  return fmt::format("{}:{}", source, line);
}

Expected<std::unique_ptr<DeedSource>> open_source(const std::string& name) {
  auto read = open_input(name);
  if (!read) {
    return tl::unexpected(std::move(read.error()));
  }
  return std::make_unique<JsonlSource>(name == "-" ? "standard input" : name, std::move(*read));
}

}  // namespace kiertoon
