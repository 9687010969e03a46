#pragma once

#include "analysis/analyzer.h"
#include "analysis/thesaurus.h"
#include "analysis/translation/word_translator.h"
#include "search/deed/vocabulary.h"
#include "search/query/name_recogniser.h"

namespace kiertoon {

// What one thread understands queries with. All must outlive who uses them.
struct SearchTools {
  Analyzer& analyzer;
  const Vocabulary& vocabulary;
  const Thesaurus& thesaurus;
  const WordTranslator* translator = nullptr;  // nullptr: there are no dictionaries
  const NameRecogniser& recogniser;
};

}  // namespace kiertoon
