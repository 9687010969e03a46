#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/analyzer.h"
#include "base/error.h"
#include "indexer/deed_source.h"
#include "indexer/reporter.h"
#include "indexer/stop_signals.h"
#include "search/deed/vocabulary.h"

namespace kiertoon {

struct CollectionCounts {
  std::size_t read = 0;   // records, right or wrong
  std::size_t wrong = 0;  // records that are not taken; duplicates are among them
  std::size_t duplicates = 0;
  std::size_t detected = 0;  // deeds that name no language
  std::array<std::size_t, kLanguages.size()> by_language{};
};

// Gathers the deeds of all sources in memory: checks their slugs against the vocabulary, detects
// missing languages, finds ids that are used twice. Every problem goes to the reporter, with its
// place. Not thread-safe.
class DeedCollector {
 public:
  // Where the tools come from; all outlive the collector.
  struct Tools {
    Analyzer& analyzer;
    const Vocabulary& vocabulary;
    Reporter& reporter;
    const StopSignals& signals;
  };

  explicit DeedCollector(Tools tools) : tools_(tools) {}

  // Reads a source to its end, or until a signal comes. Fails when it cannot be read.
  [[nodiscard]] Expected<void> read(DeedSource& source);

  [[nodiscard]] const CollectionCounts& counts() const { return counts_; }

  // The deeds, sorted by id; leaves the collector empty.
  [[nodiscard]] std::vector<Deed> take_sorted();

 private:
  void take(SourceRecord record);
  void refuse(const SourcePlace& place, const std::vector<FieldError>& errors);
  void detect_language(ParsedDeed& parsed);

  Tools tools_;
  CollectionCounts counts_;
  std::vector<Deed> deeds_;
  std::unordered_map<std::string, SourcePlace> places_;  // by id
};

// Themes and sectors that the vocabulary does not have.
[[nodiscard]] std::vector<FieldError> unknown_slugs(const Deed& deed, const Vocabulary& vocabulary);

}  // namespace kiertoon
