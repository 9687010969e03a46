#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/lexicon.h"
#include "analysis/snowball.h"
#include "analysis/term_cache.h"
#include "analysis/term_list_builder.h"
#include "analysis/token.h"
#include "analysis/voikko.h"
#include "analysis/word_bases.h"
#include "analysis/word_reading.h"

namespace kiertoon {

// Terms of a Finnish word: by the lexicon, by Voikko, and for words neither knows by a ladder of
// guesses (the stem before a colon, the parts between hyphens, two known words written together,
// endings taken off, Snowball). Not thread-safe.
class FinnishWords : private WordKnowledge {
 public:
  // The lexicon must outlive this. `cache` keeps answers about words.
  FinnishWords(std::unique_ptr<Voikko> voikko,
               const Lexicon& lexicon,
               std::shared_ptr<TermCache> cache);

  // Terms of a word as it stands in a text, its surface form among them. A hyphen at the word's end
  // says that it is the first part of a compound whose rest stands elsewhere.
  [[nodiscard]] TermList terms(std::string_view word);

  // Whether lexicon or Voikko know the word as it stands, so that terms() need not guess.
  [[nodiscard]] bool knows(std::string_view word) const;

  // Whether the word is an abbreviation of the lexicon, in its own capitals.
  [[nodiscard]] bool is_abbreviation(std::string_view word) const;

  // The term of an abbreviation that differs from `word` in letter case alone (a query's "hus" for
  // HUS), if there is one.
  [[nodiscard]] std::optional<std::string> abbreviation_ignoring_case(std::string_view word) const;

  // Whether a word (as written) can be nothing but a form of a verb. Asks Voikko each time.
  [[nodiscard]] bool is_verb(std::string_view word) const;

 private:
  // A stretch of the word that is analysed on its own: the word, its stem before a colon, a part
  // between hyphens.
  struct Piece {
    std::string text;
    std::uint32_t begin = 0;  // characters into the normalised word
    bool is_before_hyphen = false;
    bool is_part = false;  // of a hyphenated word: its base forms are parts of the whole
  };

  // A way to cut an unknown word into two.
  struct Cut {
    std::uint32_t at = 0;  // characters of the first half
    std::vector<WordReading> second;
  };

  void add_piece(TermListBuilder& terms, const Piece& piece);
  void add_hyphenated(TermListBuilder& terms, std::string_view word);
  void add_base_of_last_part(TermListBuilder& terms, std::string_view word) const;
  void add_unknown(TermListBuilder& terms, const Piece& piece);
  void add_halves(TermListBuilder& terms, const Piece& piece, const Cut& cut);
  void add_lexicon_word(TermListBuilder& terms,
                        const Piece& piece,
                        const Lexicon::Word& word) const;
  void add_readings(TermListBuilder& terms,
                    const Piece& piece,
                    const std::vector<WordReading>& readings) const;

  // The lexicon's entry for a word as it stands: an abbreviation (with an ending put on directly,
  // too), or a base form.
  [[nodiscard]] const Lexicon::Word* exact_entry(std::string_view word) const;
  // The lexicon's entry of which the word may be an inflected form.
  [[nodiscard]] const Lexicon::Word* inflected_entry(
      const std::vector<std::string>& candidates) const;
  [[nodiscard]] std::string term_of(const Lexicon::Word& word) const;
  [[nodiscard]] std::optional<Cut> cut_in_two(std::string_view word) const;
  // Whether Voikko knows the word as it stands.
  [[nodiscard]] bool is_word(std::string_view word) const;
  [[nodiscard]] std::vector<WordReading> readings(std::string_view word) const;
  [[nodiscard]] std::vector<WordReading> first_part_readings(std::string_view word) const;
  [[nodiscard]] std::vector<WordReading> to_readings(
      const std::vector<VoikkoAnalysis>& analyses) const;
  [[nodiscard]] std::vector<std::string> base_forms(std::string_view word) const;

  [[nodiscard]] const std::vector<std::string>* whole_word(std::string_view base) const override;
  [[nodiscard]] bool is_base_form(std::string_view base) const override;

  std::unique_ptr<Voikko> voikko_;
  const Lexicon& lexicon_;
  std::shared_ptr<TermCache> cache_;
  Snowball finnish_stemmer_{Language::kFinnish};
  Snowball english_stemmer_{Language::kEnglish};
};

}  // namespace kiertoon
