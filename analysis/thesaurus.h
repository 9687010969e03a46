#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language.h"
#include "analysis/name_table.h"
#include "analysis/token.h"
#include "base/error.h"

namespace kiertoon {

// Columns of a file, in their order; a note may follow, which is for people.
inline constexpr std::array<std::string_view, 6> kThesaurusColumns{
    "concept", "fi", "sv", "en", "broader", "related"};
inline constexpr std::size_t kLongestConceptId = 200;  // bytes

struct ThesaurusName {
  std::string text;  // in base form
  Language language = Language::kFinnish;
  std::vector<std::string> words = {};  // of the text, folded
};

// Something that has several names. Numbers of other concepts are those of Thesaurus::at().
struct ThesaurusConcept {
  std::string id;                    // a slug, unique
  std::vector<ThesaurusName> names;  // of each language the preferred one first
  std::vector<std::uint32_t> broader;
  std::vector<std::uint32_t> related;

  // Empty when the concept has no name in that language.
  [[nodiscard]] std::string_view preferred_name(Language language) const;
};

// Concepts with their names in three languages, from tab-separated files (data/thesaurus/README.md
// describes the format). Immutable, so thread-safe.
class Thesaurus {
 public:
  // A thesaurus without concepts.
  Thesaurus() = default;

  // Reads the files one after the other. A concept that an earlier file has gets the links of the
  // later one added, and its names after the preferred ones, so that an operator's file can extend
  // the shipped ones. Fails with kInvalidData, naming file, line, column and value, or with what
  // read_file() fails with.
  [[nodiscard]] static Expected<Thesaurus> load(const std::vector<std::filesystem::path>& files);

  [[nodiscard]] std::size_t size() const { return concepts_.size(); }
  [[nodiscard]] const ThesaurusConcept& at(std::uint32_t number) const {
    return concepts_.at(number);
  }

  // Concepts named in a query; Match::id is the concept's number. As NameTable::find().
  [[nodiscard]] std::vector<NameTable::Match> find(std::span<const Token> tokens) const {
    return names_.find(tokens);
  }

 private:
  friend class ThesaurusReader;

  std::vector<ThesaurusConcept> concepts_;
  NameTable names_;
};

// The files of a folder that end in .tsv, sorted by name; none when there is no such folder.
[[nodiscard]] std::vector<std::filesystem::path> thesaurus_files(
    const std::filesystem::path& folder);

}  // namespace kiertoon
