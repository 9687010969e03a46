#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "search/similar/weighted_term.h"

namespace kiertoon {

struct LatentSpaceOptions {
  // At most so many; fewer where the corpus is small (see LatentSpace::fit()).
  std::size_t dimensions = 200;
  // Rows the space is fitted on, evenly spaced over a larger corpus. Time and memory grow with it.
  std::size_t sample = 10'000;
  std::size_t threads = 2;
};

// A space of few dimensions in which documents that speak of the same things are near each other,
// even where they share no word: latent semantic analysis (Deerwester et al., "Indexing by latent
// semantic analysis", JASIS 41, 1990).
//
// Immutable, so thread-safe. Its size is about dimensions() bytes for each term it knows.
class LatentSpace {
 public:
  // Fits a space on documents. A row holds its terms, ascending, each below `term_count` and once,
  // with weights such as (1 + ln tf) * ln(N / df); rows are scaled to length 1 here. Only terms of
  // at least two of the rows used become known to the space. The same rows give the same bytes,
  // whatever `threads` is. Nothing when the corpus is too small to say which terms belong together.
  [[nodiscard]] static std::optional<LatentSpace> fit(
      std::span<const std::vector<WeightedTerm>> rows,
      std::size_t term_count,
      const LatentSpaceOptions& options);

  // Whether the rows are enough for fit(): for a small part of its time.
  [[nodiscard]] static bool can_fit(std::span<const std::vector<WeightedTerm>> rows,
                                    std::size_t term_count,
                                    const LatentSpaceOptions& options);

  // The same space for rows that number their terms otherwise: `numbers[t]` is the new number of
  // term t, below `new_term_count` and of no other term; the space forgets terms without one.
  // `numbers` has term_count() elements.
  [[nodiscard]] LatentSpace renumbered(std::span<const std::optional<std::uint32_t>> numbers,
                                       std::size_t new_term_count) const;

  [[nodiscard]] std::size_t dimensions() const { return dimensions_; }
  [[nodiscard]] std::size_t term_count() const { return term_count_; }
  [[nodiscard]] std::size_t fitted_rows() const { return fitted_rows_; }

  // The place of a document in the space ("folding in"), whether the space was fitted on it or not.
  // `vector` has dimensions() floats and gets length 1, or is all 0 when the space knows no term of
  // the row. Scaling all weights of the row changes nothing; unknown terms are ignored.
  void project(std::span<const WeightedTerm> row, std::span<float> vector) const;

  // Bytes for a file, and back. Fails with kVersionMismatch when another version wrote them, with
  // kInvalidData when they are anything else; needs no more memory than a small multiple of them.
  [[nodiscard]] std::string serialise() const;
  [[nodiscard]] static Expected<LatentSpace> parse(std::string_view bytes);

 private:
  LatentSpace() = default;

  void store_vectors(std::span<const float> vectors);

  std::size_t dimensions_ = 0;
  std::size_t term_count_ = 0;
  std::size_t fitted_rows_ = 0;
  // Of term t, how many known terms come before it; term_count_ + 1 numbers. Where the next number
  // is greater, t is known, and this is the place of its vector.
  std::vector<std::uint32_t> ranks_;
  // The vectors of the known terms: whole numbers, to be multiplied by the scale of the term. Each
  // takes stride_of(dimensions_) bytes, the last ones unused.
  std::vector<float> scales_;
  std::vector<std::int8_t> vectors_;
};

// Cosine of two vectors of project(): their dot product. Both have the same size.
[[nodiscard]] float cosine(std::span<const float> a, std::span<const float> b);

}  // namespace kiertoon
