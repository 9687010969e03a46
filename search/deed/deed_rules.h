#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kiertoon {

enum class Lines { kOne, kMany };
enum class Presence { kOptional, kRequired };
enum class Form {
  kAny,
  kId,          // A-Z, a-z, 0-9, '.', '_', '-'
  kSlug,        // a-z, 0-9, '-'
  kWebAddress,  // http:// or https://, a host, and nothing that an address has to escape
};

// What a text of a deed may be. A required one is neither missing nor blank; an optional one may be
// empty.
struct TextRule {
  std::size_t max_characters = 0;
  Presence presence = Presence::kOptional;
  Lines lines = Lines::kOne;
  Form form = Form::kAny;
};

// What holds for the texts of a deed, whatever format it comes in; docs/deed-format.md has the same
// numbers.
namespace deed_rules {

inline constexpr TextRule kId{100, Presence::kRequired, Lines::kOne, Form::kId};
inline constexpr TextRule kUrl{2'000, Presence::kOptional, Lines::kOne, Form::kWebAddress};
inline constexpr TextRule kTitle{500, Presence::kRequired};
inline constexpr TextRule kSummary{5'000, Presence::kOptional, Lines::kMany};
inline constexpr TextRule kSectionText{50'000, Presence::kRequired, Lines::kMany};
inline constexpr TextRule kOrganisationName{200, Presence::kRequired};
inline constexpr TextRule kSlug{64, Presence::kRequired, Lines::kOne, Form::kSlug};
inline constexpr TextRule kKeyword{100, Presence::kRequired};
inline constexpr TextRule kAwardCategory{100};
inline constexpr TextRule kContactText{200};
inline constexpr TextRule kSource{500};

inline constexpr std::size_t kMaxSections = 100;
inline constexpr std::size_t kMaxOrganisations = 100;
inline constexpr std::size_t kMaxThemes = 50;
inline constexpr std::size_t kMaxSectors = 50;
inline constexpr std::size_t kMaxKeywords = 100;
inline constexpr std::size_t kMaxAwards = 50;
inline constexpr std::size_t kMaxContacts = 50;

inline constexpr int kFirstAwardYear = 2000;
inline constexpr int kLastAwardYear = 2100;

}  // namespace deed_rules

// What is wrong with a valid UTF-8 text, in words that follow its name ("has a control character");
// empty when nothing is.
[[nodiscard]] std::string text_problem(std::string_view text, const TextRule& rule);

// A text for an error message: at most 80 characters, the last one an ellipsis when more were cut,
// and U+FFFD for each character that a terminal would obey.
[[nodiscard]] std::string shorten_for_message(std::string_view text);

}  // namespace kiertoon
