#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>

namespace kiertoon {

enum class SpellingError {
  kDotsDropped,     // hyvä -> hyva
  kLetterDropped,   // hoitaja -> hoitja
  kLetterDoubled,   // hoitaja -> hoittaja
  kLettersSwapped,  // hoitaja -> hotiaja
  kNeighbourHit,    // hoitaja -> hoiraja
  kSpacePutIn,      // hoitaja -> hoi taja
  kSpaceLeftOut,    // uusi hoitaja -> uusihoitaja
};

inline constexpr std::array kSpellingErrors{SpellingError::kDotsDropped,
                                            SpellingError::kLetterDropped,
                                            SpellingError::kLetterDoubled,
                                            SpellingError::kLettersSwapped,
                                            SpellingError::kNeighbourHit,
                                            SpellingError::kSpacePutIn,
                                            SpellingError::kSpaceLeftOut};

// "dots dropped"
[[nodiscard]] std::string_view name_of(SpellingError error);

// Makes errors as fingers do, at places that a seed decides: the same seed and the same calls make
// the same errors everywhere. Not thread-safe.
class Misspeller {
 public:
  explicit Misspeller(std::uint64_t seed) : random_(seed) {}

  // `text` with one error of that kind: two words for kSpaceLeftOut, else one. Nothing when it has
  // no place for it. A space has at least kShortestPiece letters on each side.
  [[nodiscard]] std::optional<std::string> misspell(std::string_view text, SpellingError error);

  // A number below `below`, which is not 0.
  [[nodiscard]] std::size_t draw(std::size_t below);

  static constexpr std::size_t kShortestPiece = 3;

 private:
  std::mt19937_64 random_;
};

}  // namespace kiertoon
