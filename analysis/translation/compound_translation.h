#pragma once

#include <string>
#include <vector>

#include "analysis/language.h"
#include "analysis/translation/translation_table.h"

namespace kiertoon {

// Translations of a compound by those of its parts, put together as one word where the language
// writes compounds so, and as words of their own: arbete, hälsa -> "työterveys", "työ terveys".
// Empty when a part has no translation.
[[nodiscard]] std::vector<ScoredTranslation> translate_compound(
    const std::vector<std::string>& parts, const TranslationTable& table, Language to);

}  // namespace kiertoon
