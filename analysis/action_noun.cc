#include "analysis/action_noun.h"

#include <cstddef>

namespace kiertoon {

std::optional<std::string> action_noun(std::string_view folded) {
  constexpr std::string_view kNominative = "minen";
  constexpr std::string_view kStem = "mis";
  constexpr std::size_t kShortestVerb = 2;  // bytes before the ending
  // Of -en, -essa, -ten, -ta, -tä, -ia, -issa ...
  constexpr std::string_view kFirstLettersOfEndings = "eti";
  if (folded.ends_with(kNominative) && folded.size() >= kShortestVerb + kNominative.size()) {
    return std::string(folded);
  }
  const std::size_t place = folded.rfind(kStem);
  if (place == std::string_view::npos || place < kShortestVerb) {
    return std::nullopt;
  }
  const std::string_view ending = folded.substr(place + kStem.size());
  if (ending.empty() || kFirstLettersOfEndings.find(ending.front()) == std::string_view::npos) {
    return std::nullopt;
  }
  return std::string(folded.substr(0, place)).append(kNominative);
}

}  // namespace kiertoon
