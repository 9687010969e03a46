#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "search/index/deed_record.h"

namespace kiertoon {

// Words that show terms of a profile ("p:työ") to people: as the deed writes them, in the order of
// the terms, at most `count`. A term that stands in compounds alone is shown by the compound; a
// word shows all its terms, so that none of them is shown again. Terms without a word that tells
// what the deed is about (see Analyzer::is_telling()) are left out.
[[nodiscard]] std::vector<std::string> telling_words(const DeedRecord& record,
                                                     const std::vector<std::string_view>& terms,
                                                     std::size_t count,
                                                     Analyzer& analyzer);

}  // namespace kiertoon
