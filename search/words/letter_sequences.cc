#include "search/words/letter_sequences.h"

#include "search/words/spelling.h"

namespace kiertoon {
namespace {

constexpr std::size_t kBits = std::size_t{1} << 22U;
constexpr std::size_t kBitsPerCell = 64;

// Calls `visit` with the hash of each run; stops when it says false, and says so.
template <typename Visitor>
bool for_each_run(std::string_view folded, Visitor visit) {
  constexpr unsigned kLetterBits = 16;
  constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15U;
  constexpr unsigned kShift = 42;  // the 22 highest bits
  const Letters letters(folded);
  std::uint64_t run = 0;  // the last four letters; 0 stands before the first and after the last
  for (std::size_t i = 0; i <= letters.size(); ++i) {
    const std::uint64_t letter = i < letters.size() ? letters[i] : 0;
    run = (run << kLetterBits) | (letter & ((1U << kLetterBits) - 1));
    if (!visit(static_cast<std::size_t>((run * kMultiplier) >> kShift))) {
      return false;
    }
  }
  return true;
}

}  // namespace

LetterSequences::LetterSequences(const WordList& words) : bits_(kBits / kBitsPerCell) {
  for (WordList::Number number = 0; number < words.size(); ++number) {
    for_each_run(words.folded(number), [this](std::size_t hash) {
      bits_[hash / kBitsPerCell] |= std::uint64_t{1} << (hash % kBitsPerCell);
      return true;
    });
  }
}

bool LetterSequences::has_all_of(std::string_view folded) const {
  return !bits_.empty() && for_each_run(folded, [this](std::size_t hash) {
    return (bits_[hash / kBitsPerCell] >> (hash % kBitsPerCell) & 1U) != 0;
  });
}

}  // namespace kiertoon
