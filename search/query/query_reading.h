#pragma once

#include <optional>
#include <string>
#include <vector>

namespace kiertoon {

// What became of the correction of a query.
enum class CorrectionState {
  kApplied,  // the hits are those of the corrected text
  kOffered,  // the hits are those of the text; the corrected one would find more
};

// Words of the query, as typed, and what stands in their place. Words wrongly split or joined are
// one change: "työ hyvinvointi" -> "työhyvinvointi".
struct QueryChange {
  std::string from;
  std::string to;
};

struct QueryCorrection {
  std::string text;  // the whole query, operators, quotes and all
  CorrectionState state = CorrectionState::kApplied;
  std::vector<QueryChange> changes;
};

// How a query was understood.
struct QueryReading {
  std::optional<QueryCorrection> correction;
};

}  // namespace kiertoon
