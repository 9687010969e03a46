#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/token.h"
#include "base/bounded_cache.h"
#include "search/words/address_table.h"
#include "search/words/word_list.h"

namespace kiertoon {

// What a text is, as far as the capitals in it are concerned.
enum class TextKind {
  kRunning,  // sentences: a capital at the beginning of one says nothing
  kName,     // a proper name: its capitals belong to its words
};

// Counts the words of the deeds that one thread indexes. A word is known again by the address of
// its terms, which the analyzer shares between the occurrences of a word: the next occurrence costs
// little more than a look-up. Not thread-safe.
class WordCounter {
 public:
  // The tokens added until the next call are of one deed.
  void begin_deed();

  struct WordName {
    std::string folded;
    Language language = Language::kFinnish;
  };

  // A word of `text`, which is in `language`. Returns the word's number in names().
  std::uint32_t add(const Token& token, std::string_view text, Language language, TextKind kind);

  [[nodiscard]] const std::vector<WordName>& names() const { return word_names_; }

  // The words of all deeds that were counted, by any of the counters.
  [[nodiscard]] static WordList merge(const std::vector<WordCounter>& counters);

 private:
  using Index = std::uint32_t;

  // What is touched for each occurrence is small and lies close together; texts are kept apart.
  struct Count {
    std::uint32_t deeds = 0;
    std::uint32_t last_deed = 0;
  };
  enum class Capitals : std::uint8_t { kNone, kSome, kAll };
  // A word in certain capitals. Two words, or two languages, never share one.
  struct Writing {
    Count telling;  // deeds that show that the word has these capitals
    Index word = 0;
    Index first_base = 0;  // in `base_indices_`
    std::uint16_t base_count = 0;
    Capitals capitals = Capitals::kNone;
  };
  class Merger;

  [[nodiscard]] Index learn(const Token& token, std::string_view text, Language language);
  [[nodiscard]] Index add_writing(std::string_view written,
                                  const TermList& terms,
                                  Language language);
  [[nodiscard]] Index word_of(std::string_view written, Language language);
  [[nodiscard]] Index base_of(const std::string& text);
  void count(Count& count) const;
  [[nodiscard]] std::span<const Index> bases_of(const Writing& writing) const;

  AddressTable known_;                                 // of terms: the writing they are of
  std::vector<std::shared_ptr<const TermList>> held_;  // so that an address stays theirs
  StringMap<Index> writing_by_text_;                   // written form and language
  StringMap<Index> word_by_folded_;                    // folded form and language
  StringMap<Index> base_by_text_;
  std::vector<Writing> writings_;
  std::vector<std::string> writing_texts_;
  std::vector<Count> words_;
  std::vector<WordName> word_names_;
  std::vector<Count> bases_;
  std::vector<std::string> base_texts_;  // abbreviations keep their capitals
  std::vector<Index> base_indices_;
  std::uint32_t deed_ = 0;  // number of the deed that is counted, from 1
  std::string key_;
};

}  // namespace kiertoon
