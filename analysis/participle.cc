#include "analysis/participle.h"

#include <algorithm>
#include <array>

namespace kiertoon {

// Of the past in the active, an assimilated consonant and -ut or -yt: tullut, juossut, purrut.
bool ends_as_participle(std::string_view folded) {
  constexpr std::array<std::string_view, 12> kEndings{
      "va", "vä", "nut", "nyt", "lut", "lyt", "rut", "ryt", "sut", "syt", "tu", "ty"};
  return std::any_of(kEndings.begin(), kEndings.end(), [folded](std::string_view ending) {
    return folded.ends_with(ending);
  });
}

}  // namespace kiertoon
