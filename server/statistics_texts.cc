#include "server/statistics_texts.h"

#include <algorithm>
#include <array>

namespace kiertoon {

namespace {

constexpr std::array kTexts{
    StatisticsText{"deeds",
                   {"Tekoja", "Insatser", "Deeds"},
                   {"Jokainen teko lasketaan kerran, vaikka sillä olisi monta organisaatiota. Teko "
                    "kuuluu ajankohtaan, jona se on julkaistu.",
                    "Varje insats räknas en gång, också när den har flera organisationer. En "
                    "insats hör till den tid då den publicerades.",
                    "Each deed counts once, however many organisations it has. A deed belongs to "
                    "the time it was published."},
                   {}},
    StatisticsText{
        "joint_deeds",
        {"Yhteisiä tekoja", "Gemensamma insatser", "Joint deeds"},
        {"Teot, joissa on mukana vähintään kaksi organisaatiota. Kumppaneita ei lasketa.",
         "Insatser med minst två organisationer. Partner räknas inte.",
         "Deeds with two or more organisations. Partners do not count."},
        {}},
    StatisticsText{"undated",
                   {"Päiväämättömiä tekoja", "Odaterade insatser", "Deeds without a date"},
                   {"Teot, joilla ei ole julkaisupäivää. Ne eivät kuulu mihinkään vuoteen eivätkä "
                    "muuhun rajattuun ajankohtaan.",
                    "Insatser utan publiceringsdag. De hör inte till något år eller någon annan "
                    "begränsad period.",
                    "Deeds with no date of publication. They belong to no year and to no other "
                    "limited period."},
                   {}},
    StatisticsText{"organisations",
                   {"Organisaatioita", "Organisationer", "Organisations"},
                   {"Teon vetäjä tai siinä mukana ollut organisaatio lasketaan kerran, vaikka "
                    "sillä olisi monta tekoa. Kumppanit eivät ole luvussa.",
                    "En organisation som lett en insats eller deltagit i den räknas en gång, också "
                    "när den har flera insatser. Partner ingår inte.",
                    "An organisation that led a deed or took part in it counts once, however many "
                    "deeds it has. Partners are not included."},
                   {}},
    StatisticsText{
        "participations",
        {"Organisaatioiden tekoja", "Organisationernas insatser", "Deeds of organisations"},
        {"Yhteinen teko lasketaan kerran jokaiselle organisaatiolleen. Siksi luku voi olla "
         "suurempi kuin tekojen määrä.",
         "En gemensam insats räknas en gång för var och en av sina organisationer. Därför kan "
         "talet vara större än antalet insatser.",
         "A joint deed counts once for each of its organisations, so this may be more than the "
         "number of deeds."},
        {}},
    StatisticsText{"partners",
                   {"Kumppaneita", "Partner", "Partners"},
                   {"Organisaatiot, jotka ovat mukana vain kumppaneina.",
                    "Organisationer som är med enbart som partner.",
                    "Organisations that were a partner and nothing else."},
                   {}},
    StatisticsText{"contradicting_types",
                   {"Ristiriitaisia organisaatiotyyppejä",
                    "Motstridiga organisationstyper",
                    "Contradicting types"},
                   {"Organisaatiot, joille eri teot antavat eri tyypin. Organisaatio lasketaan "
                    "siihen tyyppiin, jonka useimmat sen teot antavat.",
                    "Organisationer som olika insatser ger olika typ. Organisationen räknas till "
                    "den typ som de flesta av dess insatser ger.",
                    "Organisations to which deeds give different types. Such an organisation "
                    "counts under the type most of its deeds give."},
                   {}},
    StatisticsText{"awarded_deeds",
                   {"Palkittuja tekoja", "Prisbelönta insatser", "Awarded deeds"},
                   {"Teot, joilla on ainakin yksi voitto tai kunniamaininta. Teko lasketaan "
                    "kerran, vaikka sillä olisi monta palkintoa.",
                    "Insatser med minst en vinst eller ett hedersomnämnande. En insats räknas en "
                    "gång, också när den har flera pris.",
                    "Deeds that won or got an honourable mention. A deed counts once, however many "
                    "awards it has."},
                   {}},
    StatisticsText{
        "awards",
        {"Palkintoja", "Pris", "Awards"},
        {"Voitot ja kunniamaininnat, jokainen erikseen. Palkinto lasketaan sille ajalle, jona teko "
         "on julkaistu. Organisaatiolle itselleen annetut palkinnot eivät ole luvussa.",
         "Vinster och hedersomnämnanden, vart och ett för sig. Ett pris räknas till den tid då "
         "insatsen publicerades. Pris till en organisation i stället för en insats ingår inte.",
         "Wins and honourable mentions, one by one. An award counts in the period in which its "
         "deed was published. Awards to an organisation rather than to a deed are not included."},
        {}},
    StatisticsText{"finalists",
                   {"Finalisteja", "Finalister", "Finalists"},
                   {"Teot, jotka olivat finaalissa mutta jäivät ilman palkintoa.",
                    "Insatser som var i final men blev utan pris.",
                    "Deeds that were finalists and won nothing."},
                   {}},
    StatisticsText{
        "awards_of_other_years",
        {"Eri vuoden palkintoja", "Pris från ett annat år", "Awards of another year"},
        {"Palkinnot, joiden vuosi on eri kuin teon julkaisuvuosi. Ne ovat mukana palkintojen "
         "määrässä.",
         "Pris vars år är ett annat än insatsens publiceringsår. De ingår i antalet pris.",
         "Awards whose year is not the year the deed was published. They are part of the number of "
         "awards."},
        {}},
    StatisticsText{"awards_outside",
                   {"Palkintoja muiden vuosien teoille",
                    "Pris till andra års insatser",
                    "Awards to deeds of other years"},
                   {"Näinä vuosina annetut palkinnot teoille, jotka on julkaistu muulloin. Ne "
                    "eivät ole mukana palkintojen määrässä.",
                    "Pris från dessa år till insatser som publicerats en annan tid. De ingår inte "
                    "i antalet pris.",
                    "Awards of these years to deeds published at another time. They are not part "
                    "of the number of awards."},
                   {}},
    StatisticsText{"deeds_by_year",
                   {"Teot vuosittain", "Insatser per år", "Deeds by year"},
                   {"Teko kuuluu vuoteen, jona se on julkaistu.",
                    "En insats hör till det år då den publicerades.",
                    "A deed belongs to the year it was published."},
                   {"Ei julkaisupäivää", "Ingen publiceringsdag", "No date"}},
    StatisticsText{"deeds_by_month",
                   {"Teot kuukausittain", "Insatser per månad", "Deeds by month"},
                   {"Teko kuuluu kuukauteen, jona se on julkaistu.",
                    "En insats hör till den månad då den publicerades.",
                    "A deed belongs to the month it was published."},
                   {"Ei julkaisupäivää", "Ingen publiceringsdag", "No date"}},
    StatisticsText{"deeds_by_programme",
                   {"Teot ohjelmittain", "Insatser per program", "Deeds by programme"},
                   {"Ohjelma määräytyy julkaisuvuodesta.",
                    "Programmet följer av publiceringsåret.",
                    "The programme follows from the year of publication."},
                   {"Ei ohjelmaa", "Inget program", "No programme"}},
    StatisticsText{"deeds_by_organisation_type",
                   {"Teot organisaatiotyypeittäin",
                    "Insatser per organisationstyp",
                    "Deeds by type of organisation"},
                   {"Teko lasketaan kerran jokaiselle tyypille, jota sen organisaatiot ovat: "
                    "kunnan ja hyvinvointialueen yhteinen teko kuuluu kumpaankin.",
                    "En insats räknas en gång för varje typ som dess organisationer är av: en "
                    "gemensam insats av en kommun och ett välfärdsområde hör till båda.",
                    "A deed counts once under each type its organisations have: a joint deed of a "
                    "municipality and a county is under both."},
                   {"Vain kumppaneita", "Enbart partner", "Partners only"}},
    StatisticsText{"organisations_by_type",
                   {"Organisaatiot tyypeittäin", "Organisationer per typ", "Organisations by type"},
                   {"Organisaatio lasketaan kerran, siihen tyyppiin, jonka useimmat sen teot "
                    "antavat. Kumppanit eivät ole mukana.",
                    "En organisation räknas en gång, till den typ som de flesta av dess insatser "
                    "ger. Partner ingår inte.",
                    "An organisation counts once, under the type most of its deeds give. Partners "
                    "are not included."},
                   {"Ei tyyppiä", "Ingen typ", "No type"}},
    StatisticsText{"deeds_by_theme",
                   {"Teot teemoittain", "Insatser per tema", "Deeds by theme"},
                   {"Teko, jolla on kaksi teemaa, lasketaan kumpaankin.",
                    "En insats med två teman räknas till båda.",
                    "A deed with two themes counts under both."},
                   {"Ei teemaa", "Inget tema", "No theme"}},
    StatisticsText{"deeds_by_sector",
                   {"Teot toimialoittain", "Insatser per sektor", "Deeds by sector"},
                   {"Teko, jolla on kaksi toimialaa, lasketaan kumpaankin.",
                    "En insats med två sektorer räknas till båda.",
                    "A deed with two sectors counts under both."},
                   {"Ei toimialaa", "Ingen sektor", "No sector"}},
    StatisticsText{"deeds_by_language",
                   {"Teot kielittäin", "Insatser per språk", "Deeds by language"},
                   {"Kieli, jolla teko on kirjoitettu.",
                    "Det språk som insatsen är skriven på.",
                    "The language the deed is written in."},
                   {"Ei kieltä", "Inget språk", "No language"}},
    StatisticsText{"awards_by_kind",
                   {"Palkinnot lajeittain", "Pris per slag", "Awards by kind"},
                   {"Jokainen palkinto lasketaan kerran.",
                    "Varje pris räknas en gång.",
                    "Each award counts once."},
                   {"Ei lajia", "Inget slag", "No kind"}},
    StatisticsText{"awards_by_category",
                   {"Palkinnot sarjoittain", "Pris per klass", "Awards by category"},
                   {"Sarja, jossa palkinto annettiin. Jokainen palkinto lasketaan kerran.",
                    "Den klass som priset gavs i. Varje pris räknas en gång.",
                    "The category the award was given in. Each award counts once."},
                   {"Sarja ei tiedossa", "Okänd klass", "Category not known"}},
    StatisticsText{
        "awards_by_theme",
        {"Palkinnot tekojen teemoittain", "Pris per insatsens tema", "Awards by theme of the deed"},
        {"Palkinto lasketaan jokaiseen palkitun teon teemaan.",
         "Ett pris räknas till varje tema som den prisbelönta insatsen har.",
         "An award counts under each theme of its deed."},
        {"Ei teemaa", "Inget tema", "No theme"}},
    StatisticsText{
        "most_active",
        {"Aktiivisimmat organisaatiot", "Aktivaste organisationer", "Most active organisations"},
        {"Yhteinen teko lasketaan kerran jokaiselle organisaatiolleen, kumppaneille ei. "
         "Tasatulokset ovat aakkosjärjestyksessä.",
         "En gemensam insats räknas en gång för var och en av sina organisationer, inte för "
         "partner. Lika placerade står i alfabetisk ordning enligt finskan.",
         "A joint deed counts once for each of its organisations, not for partners. Equals stand "
         "in Finnish alphabetical order."},
        {}}};

constexpr StatisticsText kNoText{};

}  // namespace

std::string_view Translated::in(Language language) const {
  switch (language) {
    case Language::kSwedish:
      return sv;
    case Language::kEnglish:
      return en;
    case Language::kFinnish:
      break;
  }
  return fi;
}

const StatisticsText& statistics_text(std::string_view name) {
  const auto* const found = std::find_if(
      kTexts.begin(), kTexts.end(), [&](const StatisticsText& text) { return text.name == name; });
  return found == kTexts.end() ? kNoText : *found;
}

}  // namespace kiertoon
