#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "base/error.h"

namespace kiertoon {

// Whether misspelt words lead to the hits of the right ones. Words of the deeds with at least
// kShortestMisspelt letters are drawn, each distinct form as often as any other, and misspelt by a
// program (see Misspeller), as often in one way as in another. What happens to be a word of the
// deeds again is drawn anew: nobody can tell that it is an error.
struct MisspellingsEvaluation {
  std::vector<std::filesystem::path> deeds;
  std::filesystem::path data;  // empty: see find_data_directory()
  std::size_t count = 500;     // misspellings
  std::uint64_t seed = 1;      // of what is drawn and of the errors
};

inline constexpr std::size_t kShortestMisspelt = 6;

// Two lists of hits are nearly the same when of the longer one's first ten at least so many are in
// both.
inline constexpr double kNearlyTheSame = 0.8;

struct MisspellingFailure {
  std::string right;
  std::string typed;
  std::string corrected;  // empty when nothing was
  std::size_t kind = 0;   // index into the report's kinds
};

struct MisspellingKind {
  std::string name;
  std::size_t asked = 0;
  std::size_t same = 0;  // led to nearly the hits of the right words
  [[nodiscard]] double share() const;
};

// Words that are right, and how many of them were changed all the same.
struct RightWords {
  std::size_t asked = 0;
  std::size_t changed = 0;  // a correction was applied
  std::vector<std::string> examples;
  [[nodiscard]] double share() const;
};

struct MisspellingsReport {
  std::vector<MisspellingKind> kinds;
  MisspellingKind all;
  RightWords known;  // the words that were misspelt
  // Words of a tenth of the deeds that the others do not have, asked of an index of the others:
  RightWords unknown;
  MisspellingKind inflected;  // misspelt; only words that find something there, by a base form
  std::vector<MisspellingFailure> failures;
};

// Fails on files that cannot be read, an id used twice, and deeds without enough words.
[[nodiscard]] Expected<MisspellingsReport> run(const MisspellingsEvaluation& evaluation);

// For people: a line a kind, then the failures.
void write_text(const MisspellingsReport& report, std::ostream& out);

// For programs: one JSON object on one line.
void write_json(const MisspellingsReport& report, std::ostream& out);

}  // namespace kiertoon
