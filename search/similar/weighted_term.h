#pragma once

#include <cstdint>

namespace kiertoon {

// How much one term says about a document. Who makes the rows numbers the terms, from 0.
struct WeightedTerm {
  std::uint32_t term = 0;
  float weight = 0;

  friend bool operator==(const WeightedTerm&, const WeightedTerm&) = default;
};

}  // namespace kiertoon
