#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "indexer/deed_source.h"
#include "indexer/line_reader.h"

namespace kiertoon {

inline constexpr std::size_t kMaxJsonlLineBytes = std::size_t{4} * 1024 * 1024;

// JSON Lines (https://jsonlines.org): a deed a line, blank lines left out.
class JsonlSource : public DeedSource {
 public:
  // `name` is what messages call the source.
  JsonlSource(std::string name, ReadBytes read);

  [[nodiscard]] Expected<std::optional<SourceRecord>> next() override;

 private:
  std::string name_;
  LineReader lines_;
};

}  // namespace kiertoon
