#pragma once

#include <optional>
#include <string_view>

namespace kiertoon {

// How near a deed is, in words for people.
enum class Closeness { kVeryClose, kSameTheme, kLooselyRelated };

// "very_close", "same_theme", "loosely_related".
[[nodiscard]] std::string_view name_of(Closeness closeness);

// The similarity (0 to 1) that a page may compare between requests, of a score of SimilarityModel:
// grows with it, in straight lines between the scores at which closeness_of() changes. These have
// the similarities 0.25, 0.5 and 0.75.
[[nodiscard]] double calibrated(double score);

// What a similarity means; nothing when it is no more than chance brings about.
[[nodiscard]] std::optional<Closeness> closeness_of(double similarity);

}  // namespace kiertoon
