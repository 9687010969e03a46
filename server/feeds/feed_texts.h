#pragma once

#include "server/statistics_texts.h"

// Words of feeds and of the search's description for browsers.
namespace kiertoon::feed_texts {

inline constexpr Translated kAllDeeds{
    "Kehittämisteot – kiertoon", "Utvecklingsinsatser – kiertoon", "Deeds – kiertoon"};
inline constexpr Translated kDeeds{"Kehittämisteot", "Utvecklingsinsatser", "Deeds"};
inline constexpr Translated kSearchDescription{
    "Hae kuntien ja hyvinvointialueiden kehittämistekoja",
    "Sök utvecklingsinsatser i kommuner och välfärdsområden",
    "Search how Finnish municipalities and wellbeing services counties improved their work"};

}  // namespace kiertoon::feed_texts
