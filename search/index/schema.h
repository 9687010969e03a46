#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "analysis/token.h"
#include "search/deed/facet.h"

namespace kiertoon {

// Changes whenever an index made by older code would answer wrongly; such an index is refused.
inline constexpr std::string_view kSchemaVersion = "6";

// Parts of a deed that are searched as running text. A query may be limited to one of them by its
// name.
enum class TextField { kTitle, kSummary, kSections, kOrganisations, kKeywords, kThemes, kSectors };

inline constexpr std::size_t kTextFieldCount = 7;

struct TextFieldSpec {
  TextField field = TextField::kTitle;
  char letter = '-';          // begins the terms that are limited to the field; '-' for none
  std::uint32_t weight = 1;   // how many times a word counts (BM25F with one length for all fields)
  bool is_limitable = false;  // whether the query language can name it
  std::array<std::string_view, 3> names{};  // in the query language: Finnish, Swedish, English
};

// Robertson, Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields (CIKM 2004): the
// field's weight multiplies the term frequency before saturation.
inline constexpr std::array<TextFieldSpec, kTextFieldCount> kTextFields{{
    {TextField::kTitle, 'T', 4, true, {"otsikko", "rubrik", "title"}},
    {TextField::kSummary, 'L', 2, true, {"tiivistelmä", "sammandrag", "summary"}},
    {TextField::kSections, '-', 1, false, {"", "", ""}},
    {TextField::kOrganisations, 'O', 1, true, {"organisaatio", "organisation", "organisation"}},
    {TextField::kKeywords, 'K', 2, true, {"avainsana", "nyckelord", "keyword"}},
    {TextField::kThemes, 'H', 1, true, {"teema", "tema", "theme"}},
    {TextField::kSectors, 'A', 1, true, {"toimiala", "sektor", "sector"}},
}};

[[nodiscard]] constexpr const TextFieldSpec& spec_of(TextField field) {
  return kTextFields.at(static_cast<std::size_t>(field));
}

// Classes of terms: what ranking weighs apart. Words as written are not among them: they find
// nothing that their base forms do not, and cost a third of the index.
enum class TermClass : std::uint8_t {
  kBase,         // base forms of whole words
  kPart,         // parts of compounds and roots of derivations
  kFinnishStem,  // guesses for unknown words
  kSwedishStem,
  kEnglishStem,
  kSurface,  // words as written
};

inline constexpr std::size_t kTermClassCount = 5;

struct TermClassSpec {
  TermClass term_class = TermClass::kBase;
  char letter = 'b';
};

inline constexpr std::array<TermClassSpec, kTermClassCount> kTermClasses{{
    {TermClass::kBase, 'b'},
    {TermClass::kPart, 'p'},
    {TermClass::kFinnishStem, 'f'},
    {TermClass::kSwedishStem, 's'},
    {TermClass::kEnglishStem, 'e'},
}};

// Value slots. Facets have one each: the deed's values, joined by kValueSeparator.
enum class Slot : std::uint32_t { kPublished = 0, kTitleKey = 1, kFirstFacet = 2 };

inline constexpr char kValueSeparator = '\x1F';

[[nodiscard]] constexpr std::uint32_t slot_of(Facet facet) {
  return static_cast<std::uint32_t>(Slot::kFirstFacet) + static_cast<std::uint32_t>(facet);
}

// Whether the index keeps the positions of a class: those of whole words, which phrases and
// nearness look at.
[[nodiscard]] constexpr bool has_positions(TermClass term_class) {
  return term_class != TermClass::kPart;
}

[[nodiscard]] TermClass class_of(TermKind kind, Language language);

// The index's term for an analysed one: "b:työ", or "Tb:työ" when limited to the title.
[[nodiscard]] std::string index_term(TermClass term_class, std::string_view text);
[[nodiscard]] std::string index_term(TextField field, TermClass term_class, std::string_view text);
// The same into `term`, whose memory is used again.
void assign_index_term(std::string& term, TermClass term_class, std::string_view text);

// The term of a facet's value: "F0:tyohyvinvointi".
[[nodiscard]] std::string facet_term(Facet facet, std::string_view value);

// The unique term of a deed: "Q:2021-0042".
[[nodiscard]] std::string id_term(std::string_view id);

namespace schema_check {

consteval bool letters_are_unique() {
  for (std::size_t i = 0; i < kTextFields.size(); ++i) {
    for (std::size_t j = i + 1; j < kTextFields.size(); ++j) {
      if (kTextFields.at(i).letter == kTextFields.at(j).letter) {
        return false;
      }
    }
  }
  for (std::size_t i = 0; i < kTermClasses.size(); ++i) {
    for (std::size_t j = i + 1; j < kTermClasses.size(); ++j) {
      if (kTermClasses.at(i).letter == kTermClasses.at(j).letter) {
        return false;
      }
    }
  }
  return true;
}

consteval bool tables_follow_their_enums() {
  for (std::size_t i = 0; i < kTextFields.size(); ++i) {
    if (static_cast<std::size_t>(kTextFields.at(i).field) != i || kTextFields.at(i).weight == 0) {
      return false;
    }
  }
  for (std::size_t i = 0; i < kTermClasses.size(); ++i) {
    if (static_cast<std::size_t>(kTermClasses.at(i).term_class) != i) {
      return false;
    }
  }
  return true;
}

consteval bool limitable_fields_have_letter_and_names() {
  for (const auto& field : kTextFields) {
    const bool has_letter =
        field.letter >= 'A' && field.letter <= 'Z' && field.letter != 'Q' && field.letter != 'F';
    for (const auto name : field.names) {
      if (field.is_limitable != (has_letter && !name.empty())) {
        return false;
      }
    }
  }
  return true;
}

static_assert(letters_are_unique(), "each field and each class of terms needs a letter of its own");
static_assert(tables_follow_their_enums(),
              "the tables are indexed by their enums; a weight of 0 would hide a field");
static_assert(limitable_fields_have_letter_and_names(),
              "a field that a query can name has a letter and three names");

}  // namespace schema_check

}  // namespace kiertoon
