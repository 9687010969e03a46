#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "base/bounded_cache.h"
#include "search/similar/text_sketch.h"

namespace kiertoon {

struct TermFrequency {
  std::string term;  // "p:työ": the letter of its TermClass, and the analysed term
  std::uint32_t frequency = 0;
};

// The name a term of a text in `language` has in profiles; empty for a term that is in none.
[[nodiscard]] std::string profile_term(const Term& term, Language language);

// The language of the texts that have a term: a profile has terms of one language alone.
[[nodiscard]] Language language_of_term(std::string_view profile_term);

// What similarity is told of a text: its terms with their frequencies (times the weight of the
// field they stand in), ascending by term, and the sketch that near-duplicates are recognised by.
struct DeedProfile {
  std::vector<TermFrequency> terms;
  TextSketch sketch;
};

// Collects the profile of one deed, or of a text in one's own words.
class ProfileWriter {
 public:
  // The terms of a token of a text in `language`.
  void add_terms(const Token& token, Language language, std::uint32_t weight);
  // A word of the text, as written.
  void add_word(std::string_view word);
  // The same, folded: a token's surface_form().
  void add_form(std::string_view surface_form);

  [[nodiscard]] DeedProfile take();

 private:
  StringMap<std::uint32_t> frequencies_;
  std::vector<WordHash> words_;
  std::string key_;
};

}  // namespace kiertoon
