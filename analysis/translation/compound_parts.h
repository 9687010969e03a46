#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/language.h"
#include "analysis/translation/source_word.h"
#include "analysis/translation/translation_table.h"

namespace kiertoon {

// Finds the words of which a compound consists, of those that a table translates. What it is made
// of must outlive it.
class CompoundParts {
 public:
  CompoundParts(const TranslationTable& table, const Analyzer& analyzer, Language language)
      : table_(table), analyzer_(analyzer), language_(language) {}

  // Folded words, in the order of the compound; empty when it is none. Finnish ones come from the
  // word's terms: parts that follow each other without a gap, the longest where several begin
  // together. Swedish ones are split; in English only hyphens part a word.
  [[nodiscard]] std::vector<std::string> of(const SourceWord& word) const;

  // The last part of a Swedish compound whose first part is not known.
  [[nodiscard]] std::optional<std::string> head_of(const SourceWord& word) const;

 private:
  [[nodiscard]] std::vector<std::string> finnish(const TermList& terms) const;
  [[nodiscard]] const Term* longest_part_at(const TermList& terms, std::uint32_t begin) const;
  [[nodiscard]] std::vector<std::string> hyphenated(std::string_view folded) const;
  [[nodiscard]] std::vector<std::string> between_hyphens(std::string_view piece) const;
  [[nodiscard]] std::vector<std::string> closed(std::string_view folded) const;
  [[nodiscard]] bool is_part(std::string_view folded) const;

  const TranslationTable& table_;
  const Analyzer& analyzer_;
  Language language_;
};

}  // namespace kiertoon
