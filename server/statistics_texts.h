#pragma once

#include <string_view>

#include "analysis/language.h"

namespace kiertoon {

struct Translated {
  std::string_view fi;
  std::string_view sv;
  std::string_view en;

  [[nodiscard]] std::string_view in(Language language) const;
};

// A number or a table of the statistics in words: what it is called and by which rule it is
// counted. `none` names what has no value in a table; empty where all have one.
struct StatisticsText {
  std::string_view name;  // as in the JSON: "deeds_by_theme"
  Translated title;
  Translated rule;
  Translated none;
};

// Every name of statistics_view.cc has a text; one that has none reads as an empty one.
[[nodiscard]] const StatisticsText& statistics_text(std::string_view name);

// Words of the table as a whole.
namespace statistics_words {

inline constexpr Translated kTable{"Taulukko", "Tabell", "Table"};
inline constexpr Translated kValue{"Tunnus", "Kod", "Value"};
inline constexpr Translated kName{"Nimi", "Namn", "Name"};
inline constexpr Translated kCount{"Määrä", "Antal", "Count"};
inline constexpr Translated kBefore{"Edellinen jakso", "Föregående period", "Period before"};
inline constexpr Translated kNoBefore{"ei vertailutietoa", "ingen jämförelse", "none"};
inline constexpr Translated kRule{"Laskutapa", "Räknesätt", "Rule"};
inline constexpr Translated kTotals{"Yhteensä", "Sammanlagt", "Totals"};
inline constexpr Translated kCountedAgain{"Useammalla rivillä lasketut (vähennetään)",
                                          "Räknade på flera rader (dras av)",
                                          "Counted in several rows (subtracted)"};
inline constexpr Translated kLeftOut{"Muita yhtä aktiivisia kuin viimeinen (organisaatioita)",
                                     "Andra lika aktiva som den sista (organisationer)",
                                     "Others as active as the last one (organisations)"};
inline constexpr Translated kAllTime{"kaikki vuodet", "alla år", "all years"};

}  // namespace statistics_words

}  // namespace kiertoon
