#pragma once

#include <span>
#include <vector>

#include "analysis/language.h"
#include "analysis/thesaurus.h"
#include "analysis/translation/word_translator.h"
#include "search/query/query_run.h"

namespace kiertoon {

// The languages a query may be in, the likeliest first. Several where nothing tells them apart:
// "team" is Swedish and English.
struct QueryLanguages {
  std::vector<Language> possible{Language::kFinnish};

  [[nodiscard]] Language likely() const { return possible.front(); }
  [[nodiscard]] bool may_be(Language language) const;
};

// `detected` is what function words say (Analyzer::detect_language()); another language than
// Finnish is believed. Otherwise the words decide: Finnish, unless there is a word that Finnish
// does not know, and Swedish or English knows at least as many words as Finnish does. So a misspelt
// Finnish word is no foreign one, and "home care" is English though "home" is Finnish for mould.
// `translator` may be null.
[[nodiscard]] QueryLanguages languages_of(std::span<const QueryRun> runs,
                                          Language detected,
                                          const Thesaurus& thesaurus,
                                          const WordTranslator* translator);

}  // namespace kiertoon
