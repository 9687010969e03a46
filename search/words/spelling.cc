#include "search/words/spelling.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kiertoon {
namespace {

constexpr std::size_t kKeys = 29;  // a to z, å, ä, ö
constexpr char32_t kARing = U'å';
constexpr char32_t kADiaeresis = U'ä';
constexpr char32_t kODiaeresis = U'ö';

constexpr std::optional<std::size_t> key_of(char32_t letter) {
  if (letter >= U'a' && letter <= U'z') {
    return static_cast<std::size_t>(letter - U'a');
  }
  switch (letter) {
    case kARing:
      return 26;
    case kADiaeresis:
      return 27;
    case kODiaeresis:
      return 28;
    default:
      return std::nullopt;
  }
}

struct KeyPlace {
  int row = 0;
  int quarter = 0;  // of a key's width from the left edge
};

// Which keys of a Finnish keyboard touch each other: those beside, and in the next row the two that
// are half a key away or less.
consteval std::array<std::array<bool, kKeys>, kKeys> find_neighbours() {
  constexpr std::array<std::u32string_view, 3> kRows{U"qwertyuiopå", U"asdfghjklöä", U"zxcvbnm"};
  constexpr std::array<int, 3> kIndent{0, 1, 3};
  constexpr int kKeyWidth = 4;
  std::array<KeyPlace, kKeys> places{};
  for (std::size_t row = 0; row < kRows.size(); ++row) {
    for (std::size_t i = 0; i < kRows.at(row).size(); ++i) {
      places.at(*key_of(kRows.at(row)[i])) = {static_cast<int>(row),
                                              kIndent.at(row) + kKeyWidth * static_cast<int>(i)};
    }
  }
  std::array<std::array<bool, kKeys>, kKeys> neighbours{};
  for (std::size_t a = 0; a < kKeys; ++a) {
    for (std::size_t b = 0; b < kKeys; ++b) {
      const int rows = places.at(a).row - places.at(b).row;
      const int across = places.at(a).quarter - places.at(b).quarter;
      const int distance = across < 0 ? -across : across;
      neighbours.at(a).at(b) = a != b && ((rows == 0 && distance == kKeyWidth) ||
                                          ((rows == 1 || rows == -1) && distance < kKeyWidth));
    }
  }
  return neighbours;
}

constexpr auto kNeighbours = find_neighbours();

constexpr char32_t without_dots(char32_t letter) {
  return letter == kADiaeresis || letter == kARing ? U'a' : letter == kODiaeresis ? U'o' : letter;
}

int substitution(char32_t typed, char32_t right) {
  if (typed == right) {
    return 0;
  }
  if (without_dots(typed) == without_dots(right)) {
    return SpellingCosts::kDots;
  }
  const auto a = key_of(typed);
  const auto b = key_of(right);
  return a && b && kNeighbours.at(*a).at(*b) ? SpellingCosts::kNeighbour : SpellingCosts::kEdit;
}

// Of letter number `i`, which stands in one of the two words and not in the other, where that costs
// so much.
int extra_letter(const Letters& letters, std::size_t i, int cost) {
  return i > 0 && without_dots(letters[i]) == without_dots(letters[i - 1]) ? SpellingCosts::kDouble
                                                                           : cost;
}

int at(std::size_t i, int cost) {
  return i == 0 && cost > SpellingCosts::kDouble ? cost + SpellingCosts::kFirstLetter : cost;
}

// Takes the first letter off `text`, which is not empty. Ill-formed bytes become some letter.
char32_t take_letter(std::string_view& text) {
  constexpr unsigned kContinuationBits = 6;
  constexpr unsigned char kContinuationMask = 0x3F;
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t letter = lead < 0x80 ? lead : lead & (0xFFU >> (length + 1));
  for (const char next : text.substr(0, length).substr(1)) {
    letter = (letter << kContinuationBits) | (static_cast<unsigned char>(next) & kContinuationMask);
  }
  text.remove_prefix(std::min(length, text.size()));
  return letter;
}

// Cells of the table further from the diagonal than this cost more than any correction may.
constexpr std::size_t kBand = 4;
constexpr int kTooMuch = std::numeric_limits<int>::max() / 2;

// Three rows of the table: the one that is filled and the two before it.
class Rows {
 public:
  Rows() {
    for (auto& row : rows_) {
      row.fill(kTooMuch);
    }
  }
  [[nodiscard]] std::array<int, Letters::kMost + 1>& of(std::size_t row) {
    return rows_.at(row % rows_.size());
  }

 private:
  std::array<std::array<int, Letters::kMost + 1>, 3> rows_{};
};

int cheapest(Rows& rows, const Letters& typed, const Letters& word, std::size_t i, std::size_t j) {
  int best = kTooMuch;
  if (i > 0 && j > 0) {
    best = rows.of(i - 1)[j - 1] + at(j - 1, substitution(typed[i - 1], word[j - 1]));
  }
  if (i > 0) {
    best = std::min(
        best, rows.of(i - 1)[j] + at(i - 1, extra_letter(typed, i - 1, SpellingCosts::kEdit)));
  }
  if (j > 0) {
    best = std::min(
        best, rows.of(i)[j - 1] + at(j - 1, extra_letter(word, j - 1, SpellingCosts::kOmission)));
  }
  if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1]) {
    best = std::min(best, rows.of(i - 2)[j - 2] + at(j - 2, SpellingCosts::kSwap));
  }
  return best;
}

// Fills row `i` within the band, and returns its least cost.
int fill_row(Rows& rows, const Letters& typed, const Letters& word, std::size_t i) {
  auto& row = rows.of(i);
  const std::size_t first = i > kBand ? i - kBand : 0;
  const std::size_t last = std::min(word.size(), i + kBand);
  if (first > 0) {
    row[first - 1] = kTooMuch;
  }
  if (last < word.size()) {
    row[last + 1] = kTooMuch;
  }
  int least = kTooMuch;
  for (std::size_t j = first; j <= last; ++j) {
    row[j] = i == 0 && j == 0 ? 0 : cheapest(rows, typed, word, i, j);
    least = std::min(least, row[j]);
  }
  return least;
}

}  // namespace

std::string without_dots(std::string_view folded) {
  std::string bare;
  bare.reserve(folded.size());
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const std::string_view letter = folded.substr(i, 2);
    if (letter == "ä" || letter == "å" || letter == "ö") {
      bare += letter == "ö" ? 'o' : 'a';
      ++i;
    } else {
      bare += folded[i];
    }
  }
  return bare;
}

std::string skeleton(std::string_view folded) {
  std::string bones = without_dots(folded);
  const auto is_repeated = [](char a, char b) {
    return a == b && static_cast<unsigned char>(a) < 0x80;
  };
  bones.erase(std::unique(bones.begin(), bones.end(), is_repeated), bones.end());
  return bones;
}

Letters::Letters(std::string_view folded) {
  while (!folded.empty() && size_ < kMost) {
    letters_.at(size_) = take_letter(folded);
    ++size_;
  }
}

std::optional<int> spelling_cost(const Letters& typed, const Letters& word, int most) {
  const std::size_t longer = std::max(typed.size(), word.size());
  if (longer - std::min(typed.size(), word.size()) > kBand) {
    return std::nullopt;
  }
  Rows rows;
  int least_before = kTooMuch;
  for (std::size_t i = 0; i <= typed.size(); ++i) {
    const int least = fill_row(rows, typed, word, i);
    // A swap reaches over one row, so two in a row must be hopeless.
    if (least > most && least_before > most) {
      return std::nullopt;
    }
    least_before = least;
  }
  const int cost = rows.of(typed.size())[word.size()];
  return cost <= most ? std::optional(cost) : std::nullopt;
}

double likelihood(int cost, std::size_t deeds) {
  constexpr double kCostOfTenfold = SpellingCosts::kEdit / 4.0;
  return kCostOfTenfold * std::log10(1.0 + static_cast<double>(deeds)) - cost;
}

}  // namespace kiertoon
