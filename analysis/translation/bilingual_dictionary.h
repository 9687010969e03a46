#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language.h"
#include "analysis/translation/dictd_file.h"
#include "analysis/translation/dictionary_entry.h"
#include "base/error.h"

namespace kiertoon {

struct LanguagePair {
  Language from = Language::kFinnish;
  Language to = Language::kFinnish;

  friend bool operator==(const LanguagePair&, const LanguagePair&) = default;
};

// A dictionary from one language to another, read from files of dictd and kept without its
// pronunciations and explanations: 20-60 bytes an entry. It can be asked in both directions: for a
// headword, and for the entries that translate something as a given word. Immutable, so
// thread-safe.
class BilingualDictionary {
 public:
  struct Translation {
    std::string_view text;    // as written
    std::uint16_t sense = 0;  // 0 is the first
    std::uint16_t rank = 0;   // within its sense; 0 is the first
    std::uint16_t glosses = 1;
  };

  // An entry; its texts live as long as the dictionary.
  struct Entry {
    std::string_view headword;
    PartOfSpeech part_of_speech = PartOfSpeech::kOther;
    std::vector<Translation> translations;
  };

  // Errors name file and place. `most_bytes` bounds what is kept.
  [[nodiscard]] static Expected<BilingualDictionary> load(const DictdFiles& files,
                                                          LanguagePair languages,
                                                          std::size_t most_bytes = std::size_t{16}
                                                                                   << 20U);

  // Words are asked for as fold() leaves them, phrases with one space between words.

  [[nodiscard]] bool has_headword(std::string_view folded) const;
  [[nodiscard]] bool has_translation(std::string_view folded) const;

  // Entries of a headword; homographs have several.
  [[nodiscard]] std::vector<Entry> entries(std::string_view folded) const;
  // Entries of which a translation is this word.
  [[nodiscard]] std::vector<Entry> entries_translated_as(std::string_view folded) const;

  // Words of a Swedish or English side whose Snowball stem (folded) may be `stem`: a few others
  // may be among them, which the caller's stemmer tells apart. None of a Finnish side.
  [[nodiscard]] std::vector<std::string_view> headwords_of_stem(std::string_view stem) const;
  [[nodiscard]] std::vector<std::string_view> translations_of_stem(std::string_view stem) const;

  [[nodiscard]] LanguagePair languages() const { return languages_; }
  [[nodiscard]] std::size_t size() const { return headwords_.size(); }
  // Bytes it takes in memory.
  [[nodiscard]] std::size_t memory_bytes() const;

 private:
  // Places in text_ by the hash of what stands there.
  class Index {
   public:
    void add(std::string_view key, std::size_t place);
    // To be called once, after all is added and before anything is found.
    void finish();
    [[nodiscard]] std::size_t size() const { return slots_.size(); }
    [[nodiscard]] std::size_t memory_bytes() const;

    // Calls `visit` with each place under the key's hash, until it returns false.
    template <typename Visitor>
    void find(std::string_view key, Visitor visit) const;

   private:
    struct Slot {
      std::uint32_t hash = 0;
      std::uint32_t place = 0;
    };
    [[nodiscard]] std::size_t bucket_of(std::uint32_t hash) const { return hash >> shift_; }

    std::vector<Slot> slots_;             // by hash
    std::vector<std::uint32_t> buckets_;  // where each begins in slots_, and the end
    unsigned shift_ = 0;                  // bits of a hash that do not tell the bucket
  };
  class Loader;

  explicit BilingualDictionary(LanguagePair languages) : languages_(languages) {}
  [[nodiscard]] std::string_view word_at(std::size_t place) const;
  [[nodiscard]] Entry entry_at(std::size_t place) const;
  [[nodiscard]] std::vector<std::string_view> words(const Index& index, std::string_view key) const;

  LanguagePair languages_;
  std::string text_;  // entries, one after the other; see bilingual_dictionary.cc
  Index headwords_;
  Index translations_;  // places of the entries
  Index headword_stems_;
  Index translation_stems_;
};

}  // namespace kiertoon
