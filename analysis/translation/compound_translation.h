#pragma once

#include <string>
#include <vector>

#include "analysis/language.h"
#include "analysis/token.h"
#include "analysis/translation/translation_table.h"

namespace kiertoon {

// The parts of a Finnish compound, folded, from its terms: those that follow each other without a
// gap to the word's end, the longest first where several begin together, each with a translation.
// Empty when there are no two.
[[nodiscard]] std::vector<std::string> finnish_compound_parts(const TermList& terms,
                                                              const TranslationTable& table);

// Translations of a compound by those of its parts, put together as one word where the language
// writes compounds so, and as words of their own: arbete, hälsa -> "työterveys", "työ terveys".
// Empty when a part has no translation.
[[nodiscard]] std::vector<ScoredTranslation> translate_compound(
    const std::vector<std::string>& parts, const TranslationTable& table, Language to);

}  // namespace kiertoon
