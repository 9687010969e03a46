#pragma once

#include <string>

#include <xapian.h>

#include "analysis/analyzer.h"
#include "search/deed/deed.h"
#include "search/deed/vocabulary.h"
#include "search/similar/deed_profile.h"
#include "search/words/phrase_counter.h"
#include "search/words/word_counter.h"

namespace kiertoon {

// What a generation gets of one deed.
struct IndexedDeed {
  Xapian::Document document;
  std::string record;  // for the DeedStore
  DeedProfile profile;
};

// Turns deeds into documents of the index, with terms, their weights and positions, and values;
// into the record to show; and into the profile that similar deeds are found by. Counts their words
// on the way.
// Not thread-safe: one a thread, with an analyzer of its own.
class DocumentBuilder {
 public:
  DocumentBuilder(Analyzer& analyzer, const Vocabulary& vocabulary);

  // The deeds that are built until the next call follow each other from this document number on.
  void begin_part(std::uint32_t first_document) { phrases_.begin_part(first_document); }

  [[nodiscard]] IndexedDeed build(const Deed& deed);

  // The words of the deeds that were built so far; counting begins anew.
  [[nodiscard]] WordCounter take_words();
  // Their running texts, as numbers of those words; begins anew too.
  [[nodiscard]] PhraseCounter take_phrases();

 private:
  Analyzer& analyzer_;
  const Vocabulary& vocabulary_;
  WordCounter words_;
  PhraseCounter phrases_;
};

}  // namespace kiertoon
