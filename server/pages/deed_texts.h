#pragma once

#include <string_view>

#include "server/statistics_texts.h"

// Words of a deed's page, of feeds and of pages of errors; a briefing takes the names of fields
// from here.
namespace kiertoon::deed_texts {

inline constexpr Translated kOrganisation{"Organisaatio", "Organisation", "Organisation"};
inline constexpr Translated kOrganisations{"Organisaatiot", "Organisationer", "Organisations"};
inline constexpr Translated kPartner{"kumppani", "partner", "partner"};
inline constexpr Translated kPublished{"Julkaistu", "Publicerad", "Published"};
inline constexpr Translated kModified{"Päivitetty", "Uppdaterad", "Updated"};
inline constexpr Translated kProgramme{"Ohjelma", "Program", "Programme"};
inline constexpr Translated kSectors{"Toimiala", "Sektor", "Sector"};
inline constexpr Translated kKeywords{"Avainsanat", "Nyckelord", "Keywords"};
inline constexpr Translated kLanguage{"Kieli", "Språk", "Language"};
inline constexpr Translated kSource{"Lähde", "Källa", "Source"};
inline constexpr Translated kOriginal{
    "Alkuperäinen teko", "Den ursprungliga insatsen", "Original deed"};
inline constexpr Translated kThemes{"Teemat", "Teman", "Themes"};
inline constexpr Translated kAwards{"Palkinnot", "Pris", "Awards"};

inline constexpr Translated kBackground{"Lähtötilanne", "Utgångsläge", "Starting point"};
inline constexpr Translated kGoal{"Tavoite", "Mål", "Goal"};
inline constexpr Translated kImplementation{"Toteutus", "Genomförande", "What was done"};
inline constexpr Translated kResults{"Tulokset", "Resultat", "Results"};
inline constexpr Translated kLessons{"Opit", "Lärdomar", "Lessons"};
inline constexpr Translated kOther{"Lisätietoja", "Mer information", "More"};

inline constexpr Translated kWinner{"Voittaja", "Vinnare", "Winner"};
inline constexpr Translated kHonourableMention{
    "Kunniamaininta", "Hedersomnämnande", "Honourable mention"};
inline constexpr Translated kFinalist{"Finalisti", "Finalist", "Finalist"};

inline constexpr Translated kContacts{"Yhteystiedot", "Kontaktuppgifter", "Contacts"};
inline constexpr Translated kSimilar{"Samankaltaisia tekoja", "Liknande insatser", "Similar deeds"};

inline constexpr Translated kNotFound{
    "Tekoa ei löytynyt", "Insatsen hittades inte", "There is no such deed"};
inline constexpr Translated kNotFoundText{
    "Tunnuksella ”{}” ei ole tekoa. Osoitteessa voi olla virhe, tai teko on poistettu.",
    "Det finns ingen insats med koden ”{}”. Adressen kan vara fel, eller så har insatsen tagits "
    "bort.",
    "There is no deed with the id “{}”. The address may be wrong, or the deed has been removed."};
inline constexpr Translated kFailed{"Tekoa ei voida näyttää juuri nyt",
                                    "Insatsen kan inte visas just nu",
                                    "The deed cannot be shown now"};
inline constexpr Translated kFailedText{
    "Palvelin ei voinut vastata. Yritä hetken kuluttua uudelleen.",
    "Servern kunde inte svara. Försök igen om en stund.",
    "The server could not answer. Try again in a moment."};
inline constexpr Translated kNoPage{
    "Sivua ei löytynyt", "Sidan hittades inte", "There is no such page"};
inline constexpr Translated kNoPageText{"Osoitteessa voi olla virhe, tai sivu on poistettu.",
                                        "Adressen kan vara fel, eller så har sidan tagits bort.",
                                        "The address may be wrong, or the page has been removed."};
inline constexpr Translated kSearch{"Hae tekoja", "Sök insatser", "Search deeds"};
inline constexpr Translated kDescribe{"Kuvaa ongelma omin sanoin",
                                      "Beskriv problemet med egna ord",
                                      "Describe the problem in your own words"};

}  // namespace kiertoon::deed_texts
