#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "analysis/language.h"
#include "analysis/name_table.h"
#include "base/bounded_cache.h"
#include "base/error.h"

namespace kiertoon {

inline constexpr std::size_t kLongestThesaurusName = 200;  // bytes

// What became of a name, and why it is not taken.
enum class NameVerdict {
  kTaken,
  kKnown,  // the concept has it already
  kEmpty,
  kTooLong,
  kNotUtf8,
  kNoWordOrTooMany,
  kTooManyConcepts,  // as many other concepts as may share a name have it
};

// Decides which names a thesaurus takes, and gathers them: the one rule for files that are read and
// for files that are made. Names are the same when they differ in capitals or accents only. Not
// thread-safe.
class ThesaurusNames {
 public:
  [[nodiscard]] static Expected<std::unique_ptr<ThesaurusNames>> create();

  // A name that two other concepts have in that language is refused: it tells too little.
  NameVerdict add(std::string_view name, Language language, std::uint32_t concept_number);

  [[nodiscard]] NameTable take() { return names_->take(); }

 private:
  explicit ThesaurusNames(std::unique_ptr<NameTableBuilder> names) : names_(std::move(names)) {}

  std::unique_ptr<NameTableBuilder> names_;
  std::array<StringMap<std::vector<std::uint32_t>>, kLanguages.size()> concepts_of_name_;
};

}  // namespace kiertoon
