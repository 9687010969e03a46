#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kiertoon {

enum class PartOfSpeech : std::uint8_t {
  kNoun,
  kProperNoun,
  kAdjective,
  kVerb,
  kAdverb,
  kAffix,
  kOther,  // pronouns, conjunctions, interjections, proverbs, ..., and what is not said
};

// Words of the other language for one sense of a headword, the usual one first.
struct DictionarySense {
  std::vector<std::string> translations;
  std::size_t glosses = 1;  // explanations of the headword that these translations serve
};

// What a bilingual dictionary says of a word.
struct DictionaryEntry {
  std::string headword;  // as written, normalised
  PartOfSpeech part_of_speech = PartOfSpeech::kOther;
  std::vector<DictionarySense> senses;  // none of them empty
};

// Reads the text of an entry as FreeDict writes it for dictd:
//
//     work //wɜːk// /[wɔːk]/ <n>
//     1. varustus
//     fortification
//     2. työ 2.
//     labour, employment, occupation, job
//      3.
//     effort expended on a particular task
//
// Pronunciation, explanations and wiki markup are left out, and so are translations that are no
// plain words ("viedä (+ genitive) huomio" loses its parentheses; "junaan/linja-autoon" goes), or
// more than four words. Never fails: what cannot be read gives no senses. Expects UTF-8.
[[nodiscard]] DictionaryEntry parse_dictionary_entry(std::string_view text);

}  // namespace kiertoon
