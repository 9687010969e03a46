#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "bench/eval/collection.h"
#include "search/deed/deed.h"
#include "search/deed/vocabulary.h"

namespace kiertoon {

// Deeds as long as those that people write (80 to 250 words), in any number: put together from
// passages of documents, with organisations and themes of the vocabulary and a date of 2015 to
// 2025. The same seed gives the same deeds everywhere. In Finnish. `documents` have at least one
// word.
[[nodiscard]] std::vector<Deed> make_up_deeds(const std::vector<Document>& documents,
                                              const Vocabulary& vocabulary,
                                              std::size_t count,
                                              std::uint64_t seed);

}  // namespace kiertoon
