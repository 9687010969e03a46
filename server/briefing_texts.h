#pragma once

#include <array>
#include <string_view>

#include "server/pages/deed_texts.h"
#include "server/statistics_texts.h"

// Words of a briefing, for people: who reads it sits in a jury.
namespace kiertoon::briefing_texts {

using deed_texts::kAwards;
using deed_texts::kLanguage;
using deed_texts::kPartner;
using deed_texts::kPublished;
using deed_texts::kThemes;
using statistics_words::kCount;
using statistics_words::kName;
using statistics_words::kRule;
using statistics_words::kTable;

inline constexpr Translated kTitle{
    "Tuomariston tausta-aineisto", "Bakgrundsmaterial för juryn", "Jury briefing"};
inline constexpr Translated kPage{"Sivu", "Sida", "Page"};
inline constexpr Translated kContents{"Sisällys", "Innehåll", "Contents"};
inline constexpr Translated kHowToRead{"Lukuohje", "Läsanvisning", "How to read this"};
inline constexpr Translated kWarnings{"Tarkistettavaa", "Att kontrollera", "To be checked"};
inline constexpr Translated kNoWarnings{"Tiedoissa ei havaittu ristiriitoja.",
                                        "Inga motsägelser upptäcktes i uppgifterna.",
                                        "No contradictions were found in the data."};
inline constexpr Translated kCounts{"Luvut", "Siffror", "Numbers"};
inline constexpr Translated kTotal{"Yhteensä", "Sammanlagt", "Total"};
inline constexpr Translated kCountedAgain{
    "Useammalla rivillä lasketut", "Räknade på flera rader", "Counted in several rows"};
inline constexpr Translated kClusters{"Samaa tarinaa kertovat ehdokkaat",
                                      "Kandidater som berättar samma historia",
                                      "Candidates that tell the same story"};
inline constexpr Translated kNoClusters{
    "Ehdokkaissa ei ole tekoja, jotka kertoisivat samaa tarinaa.",
    "Bland kandidaterna finns inga insatser som berättar samma historia.",
    "No candidates tell the same story."};
inline constexpr Translated kSharedWords{"Yhteistä", "Gemensamt", "In common"};
inline constexpr Translated kSharedThemes{"Yhteiset teemat", "Gemensamma teman", "Shared themes"};
inline constexpr Translated kSimilarity{"Samankaltaisuus", "Likhet", "Similarity"};
inline constexpr Translated kMeanSimilarity{
    "Samankaltaisuus keskimäärin", "Likhet i genomsnitt", "Mean similarity"};
inline constexpr Translated kCandidates{"Ehdokkaat", "Kandidater", "Candidates"};
inline constexpr Translated kNoTheme{"Ei teemaa", "Inget tema", "No theme"};
inline constexpr Translated kAlsoOfTheme{
    "Teemaan kuuluvat myös", "Till temat hör också", "Also of this theme"};
inline constexpr Translated kWhatIsNew{"Mikä on uutta", "Vad är nytt", "What is new"};
inline constexpr Translated kNewWords{"Sanoja, joita lähimmissä teoissa ei ole",
                                      "Ord som inte finns i de närmaste insatserna",
                                      "Words the nearest deeds do not have"};
inline constexpr Translated kNeighbours{
    "Samankaltaiset teot", "Liknande insatser", "Similar deeds"};
inline constexpr Translated kNoNeighbours{"Samankaltaisia tekoja ei löytynyt.",
                                          "Inga liknande insatser hittades.",
                                          "No similar deeds were found."};
inline constexpr Translated kEarlierWinner{"aiempi voittaja", "tidigare vinnare", "earlier winner"};
inline constexpr Translated kCandidate{"ehdokas", "kandidat", "candidate"};
inline constexpr Translated kVersions{"Kaksoiskappaleet ja muut versiot samasta teosta",
                                      "Dubbletter och andra versioner av samma insats",
                                      "Duplicates and other versions of the deed"};
inline constexpr Translated kChain{"Organisaation aiheeseen liittyvät teot ajan järjestyksessä",
                                   "Organisationens insatser i ämnet i tidsordning",
                                   "The organisation's deeds on the subject, in order of time"};
inline constexpr Translated kThis{"tämä teko", "denna insats", "this deed"};
inline constexpr Translated kSectors{"Toimialat", "Sektorer", "Sectors"};
inline constexpr Translated kUndated{"ei päiväystä", "odaterad", "undated"};
inline constexpr Translated kGeneration{"Hakemiston versio", "Indexets version", "Index version"};
inline constexpr Translated kDate{"Tiedot ajalta", "Uppgifterna från", "Data as of"};
inline constexpr Translated kRequest{"Rajaus", "Urval", "Request"};

// Columns of the spreadsheet that have no name above.
inline constexpr Translated kNumber{"Nro", "Nr", "No."};
inline constexpr Translated kId{"Tunnus", "Kod", "Id"};
inline constexpr Translated kDeedTitle{"Otsikko", "Rubrik", "Title"};
inline constexpr Translated kSummary{"Tiivistelmä", "Sammandrag", "Summary"};
inline constexpr Translated kOrganisationNames{"Organisaatiot", "Organisationer", "Organisations"};
inline constexpr Translated kTypes{"Organisaatiotyypit", "Organisationstyper", "Types"};
inline constexpr Translated kNovelty{"Uutuus %", "Nyhetsvärde %", "Novelty %"};
inline constexpr Translated kNoveltyInWords{
    "Uutuus sanoin", "Nyhetsvärdet i ord", "Novelty in words"};
inline constexpr Translated kEarlierWinners{
    "Aiempia voittajia lähimmissä", "Tidigare vinnare bland de närmaste", "Earlier winners nearby"};
inline constexpr Translated kSameStory{
    "Sama tarina (nro)", "Samma historia (nr)", "Same story (no.)"};
inline constexpr Translated kAddress{"Osoite", "Adress", "Address"};

inline constexpr StatisticsText kTold{
    "candidates_by_first_theme",
    {"Ehdokkaat tässä aineistossa teemoittain",
     "Kandidaterna i detta material per tema",
     "Candidates in this briefing by theme"},
    {"Jokainen ehdokas esitellään kerran, ensimmäisen teemansa kohdalla. Muiden teemojensa "
     "kohdalla "
     "siihen viitataan numerolla.",
     "Varje kandidat presenteras en gång, under sitt första tema. Under sina övriga teman nämns "
     "den "
     "med sitt nummer.",
     "Each candidate is told once, under its first theme. Its other themes refer to it by its "
     "number."},
    {"Ei teemaa", "Inget tema", "No theme"}};

inline constexpr StatisticsText kOrganisations{
    "deeds_by_organisation",
    {"Ehdokkaat organisaatioittain", "Kandidater per organisation", "Candidates by organisation"},
    {"Yhteinen teko lasketaan kerran jokaiselle organisaatiolleen, kumppaneille ei. Rivien summa "
     "on "
     "siksi tekojen ja organisaatioiden parien määrä, ei tekojen määrä.",
     "En gemensam insats räknas en gång för var och en av sina organisationer, inte för partner. "
     "Radernas summa är därför antalet par av insats och organisation, inte antalet insatser.",
     "A joint deed counts once for each of its organisations, not for partners. The sum of the "
     "rows "
     "is therefore the number of pairs of deed and organisation, not of deeds."},
    {"Vain kumppaneita", "Enbart partner", "Partners only"}};

// How to read the figures.
inline constexpr std::array kInstructions{
    Translated{"Ehdokkaat on numeroitu. Ne on ryhmitelty ensimmäisen teemansa mukaan, ja ryhmän "
               "sisällä ne ovat otsikon mukaisessa aakkosjärjestyksessä.",
               "Kandidaterna är numrerade. De är grupperade efter sitt första tema och står inom "
               "gruppen i alfabetisk ordning efter rubrik.",
               "Candidates are numbered. They are grouped by their first theme, and stand in "
               "alphabetical order of their titles within a group."},
    Translated{
        "Samankaltaisuus (0–100 %) kertoo, kuinka paljon kahden teon teksteissä on samoja "
        "aiheita ja sanoja. Se on laskettu koneellisesti eikä arvioi tekojen laatua.",
        "Likheten (0–100 %) anger hur mycket två insatsers texter har gemensamt i ämnen och "
        "ord. Den är beräknad maskinellt och säger ingenting om insatsernas kvalitet.",
        "Similarity (0–100%) says how much the texts of two deeds have in common in subjects "
        "and words. It is computed, and says nothing of the quality of the deeds."},
    Translated{
        "Samankaltaiset teot on poimittu kaikilta vuosilta ja kaikista organisaatioista. "
        "Saman teon muut versiot on lueteltu erikseen.",
        "De liknande insatserna kommer från alla år och alla organisationer. Andra versioner "
        "av samma insats listas för sig.",
        "Similar deeds are taken from all years and all organisations. Other versions of the "
        "same deed are listed apart."},
    Translated{
        "Uutuus on 100 % vähennettynä suurimmalla samankaltaisuudella, joka teolla on "
        "aiempien vuosien tekoihin, myös oman organisaationsa tekoihin. Saman vuoden teot "
        "eivät pienennä uutuutta.",
        "Nyhetsvärdet är 100 % minus den största likheten med en insats från ett tidigare år, "
        "också organisationens egna. Insatser från samma år minskar inte nyhetsvärdet.",
        "Novelty is 100% minus the highest similarity to a deed of an earlier year, those of "
        "the same organisation included. Deeds of the same year do not lessen it."},
    Translated{
        "Samaa tarinaa kertovat ehdokkaat on koottu ryhmiksi silloin, kun ryhmän tekojen "
        "keskinäinen samankaltaisuus on keskimäärin suuri. Ehdokas kuuluu enintään yhteen "
        "ryhmään.",
        "Kandidater som berättar samma historia har samlats i grupper när likheten inom "
        "gruppen i genomsnitt är stor. En kandidat hör till högst en grupp.",
        "Candidates that tell the same story are put together when those of a group are much "
        "alike on average. A candidate is in one group at most."}};

}  // namespace kiertoon::briefing_texts
