#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/language.h"
#include "base/error.h"
#include "indexer/skos_collector.h"

namespace kiertoon {

// A line of a thesaurus file.
struct ThesaurusRow {
  std::string id;
  std::array<std::vector<std::string>, kLanguages.size()> names;  // the preferred one first
  std::vector<std::string> broader;                               // ids, sorted
  std::vector<std::string> related;                               // ids, sorted
};

// Names that a thesaurus does not take, by the reason.
struct RefusedNames {
  std::size_t too_long = 0;
  std::size_t without_word_or_too_many = 0;
  std::size_t of_too_many_concepts = 0;
  std::size_t unwritable = 0;  // empty, not UTF-8, or with a character that a cell cannot hold
};

struct ThesaurusRows {
  std::vector<ThesaurusRow> rows;  // sorted by id
  std::size_t search_forms = 0;    // names added to those of the vocabulary
  RefusedNames refused;
  std::size_t nameless = 0;    // concepts left out: without a name that is taken
  std::size_t lost_links = 0;  // to those
};

// What of a vocabulary a thesaurus can hold, in the order that says which names win: when more
// concepts have a name than may share it, those whose preferred label it is come first, then
// those with an alternative one; search forms (see SearchForms) come last. Thesaurus::load()
// takes the rows as to_tsv() writes them.
[[nodiscard]] Expected<ThesaurusRows> make_thesaurus_rows(const SkosVocabulary& vocabulary,
                                                          Analyzer& analyzer);

// A file of those rows, which begins with a comment of one line.
[[nodiscard]] std::string to_tsv(const std::vector<ThesaurusRow>& rows, std::string_view comment);

}  // namespace kiertoon
