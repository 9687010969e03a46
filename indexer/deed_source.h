#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "search/deed/deed_json.h"

namespace kiertoon {

// Where a record stands in its source, as editors and people write it: "deeds.jsonl:17".
struct SourcePlace {
  std::string source;
  std::size_t line = 0;  // 1-based

  [[nodiscard]] std::string to_string() const;
};

// A record of a source: a deed that keeps the rules of deed_rules.h, or what is wrong with it.
struct SourceRecord {
  SourcePlace place;
  tl::expected<ParsedDeed, std::vector<FieldError>> deed;
};

// Reads deeds from one file of one format. A wrong record does not end the reading. Not
// thread-safe.
class DeedSource {
 public:
  virtual ~DeedSource() = default;
  DeedSource(const DeedSource&) = delete;
  DeedSource& operator=(const DeedSource&) = delete;
  DeedSource(DeedSource&&) = delete;
  DeedSource& operator=(DeedSource&&) = delete;

  // The next record; nothing at the end. Fails when the source can be read no further.
  [[nodiscard]] virtual Expected<std::optional<SourceRecord>> next() = 0;

 protected:
  DeedSource() = default;
};

// Opens a source by its name: a JSON Lines file, or the standard input ("-").
[[nodiscard]] Expected<std::unique_ptr<DeedSource>> open_source(const std::string& name);

}  // namespace kiertoon
