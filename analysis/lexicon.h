#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/bounded_cache.h"
#include "base/error.h"

namespace kiertoon {

// What the project knows of Finnish words beyond Voikko: data/lexicon/fi.tsv, described in
// data/lexicon/README.md. Immutable once loaded, so thread-safe. Words are looked up folded.
class Lexicon {
 public:
  // A word, or an abbreviation, with the parts it may be found by.
  struct Word {
    std::string base;  // folded, but an abbreviation in capitals keeps them
    std::vector<std::string> parts;
  };

  // Errors name file, line and value.
  [[nodiscard]] static Expected<Lexicon> load(const std::filesystem::path& file);

  // Parts to give a base form that is never split (usually none); nullptr when it may be split.
  [[nodiscard]] const std::vector<std::string>* whole_word(std::string_view base) const;

  // Base forms of a surface form that Voikko misreads; nullptr for others. `form` as written:
  // entries in capitals match those capitals alone.
  [[nodiscard]] const std::vector<std::string>* base_forms(std::string_view form) const;

  // A word Voikko does not know, or an abbreviation written in lower case, by its folded base form;
  // nullptr when it is not here.
  [[nodiscard]] const Word* word(std::string_view base) const;

  // The same by one of the stems its endings are put on.
  [[nodiscard]] const Word* word_of_stem(std::string_view stem) const;

  // An abbreviation by its exact spelling ("HUS").
  [[nodiscard]] const Word* abbreviation(std::string_view spelling) const;

  // The abbreviation whose spelling differs from `folded` in letter case alone: for queries typed
  // in lower case.
  [[nodiscard]] const Word* abbreviation_ignoring_case(std::string_view folded) const;

  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  StringMap<std::vector<std::string>> whole_;
  StringMap<std::vector<std::string>> forms_;
  StringMap<Word> words_;
  StringMap<std::string> word_by_stem_;
  StringMap<Word> abbreviations_;
  StringMap<std::string> abbreviation_by_folded_;
  std::size_t size_ = 0;

  [[nodiscard]] Expected<void> add(const std::string& place, const struct LexiconEntry& entry);
};

}  // namespace kiertoon
