#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "base/error.h"

namespace kiertoon {

// How well near-duplicates of deeds are recognised: known pairs, and deeds that a program edited.
struct DuplicatesEvaluation {
  std::vector<std::filesystem::path> deeds;
  // Tab-separated: deed, deed, kind. "resubmitted" must be recognised, "same_idea" must not;
  // "rewritten" (told again in other words) counts as neither.
  std::filesystem::path pairs;
  std::filesystem::path data;  // empty: see find_data_directory()
  std::uint64_t seed = 1;      // of the choice of deeds and of the edits
};

// What became of the pairs of one kind.
struct PairKind {
  std::string name;  // "resubmitted", "edited 30 %"
  std::size_t pairs = 0;
  std::size_t recognised = 0;

  // 0 without pairs.
  [[nodiscard]] double share() const;
};

// Two texts that are not the same deed, recognised all the same.
struct FalsePair {
  std::string first;
  std::string second;
  double resemblance = 0;
};

struct DuplicatesReport {
  std::size_t deeds = 0;
  std::size_t edited = 0;       // made from them
  std::size_t comparisons = 0;  // of all with all
  double seconds = 0;           // for the comparisons
  std::vector<PairKind> kinds;
  std::vector<FalsePair> false_pairs;
  // Share of the recognised pairs that are resubmitted or edited, among those and the false ones;
  // 0 when there are none.
  double precision = 0;
};

// Fails on files that cannot be read, an id used twice, and pairs of unknown deeds or kinds.
[[nodiscard]] Expected<DuplicatesReport> run(const DuplicatesEvaluation& evaluation);

// For people: a line a kind.
void write_text(const DuplicatesReport& report, std::ostream& out);

// For programs: one JSON object on one line.
void write_json(const DuplicatesReport& report, std::ostream& out);

}  // namespace kiertoon
