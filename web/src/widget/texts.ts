// What the widgets say. Kept apart from the texts of the pages: a widget is loaded with all that it needs.

import type { AwardKind, SuggestionKind } from '../api-types';
import type { WidgetLanguage } from './settings';

export interface WidgetTexts {
  label: string;
  placeholder: string;
  submit: string;
  clear: string;
  suggestions: string;
  suggestionKinds: Record<SuggestionKind, string>;
  suggested(n: number): string;
  /** `text` is the number as written in this language. */
  deeds(n: number, text: string): string;
  about(text: string): string;
  searching: string;
  none: string;
  hint: string;
  applied(text: string): string;
  didYouMean: string;
  remove: string;
  all(text: string): string;
  wholeSearch: string;
  related: string;
  newTab: string;
  awards: Record<AwardKind, string>;
  similar: string;
  shared: string;
  slow: string;
  broken: string;
  retry: string;
}

export const texts: Record<WidgetLanguage, WidgetTexts> = {
  fi: {
    label: 'Hae kehittämistekoja',
    placeholder: 'esimerkiksi sairauspoissaolot kotihoidossa',
    submit: 'Hae',
    clear: 'Tyhjennä hakukenttä',
    suggestions: 'Ehdotukset',
    suggestionKinds: {
      word: 'Sanat',
      phrase: 'Sanat',
      deed: 'Teot',
      organisation: 'Rajaa organisaatioon',
      theme: 'Rajaa teemaan',
    },
    suggested: (n) => (n === 1 ? '1 ehdotus' : `${n} ehdotusta`),
    deeds: (n, text) => (n === 1 ? '1 teko' : `${text} tekoa`),
    about: (text) => `Noin ${text} tekoa`,
    searching: 'Haetaan…',
    none: 'Yhtään tekoa ei löytynyt',
    hint: 'Kokeile toista sanaa tai harvempia sanoja.',
    applied: (text) => `Haku ”${text}” on korjattu. Tulokset ovat haulle`,
    didYouMean: 'Tarkoititko',
    remove: 'Poista rajaus',
    all: (text) => `Näytä kaikki ${text} tekoa`,
    wholeSearch: 'Avaa laajempi haku',
    related: 'Aihe lähellä, sanat toiset',
    newTab: 'avautuu uuteen välilehteen',
    awards: { winner: 'Voittaja', honourable_mention: 'Kunniamaininta', finalist: 'Finalisti' },
    similar: 'Samankaltaisia tekoja',
    shared: 'Yhteistä',
    slow: 'Haku ei vastannut ajoissa.',
    broken: 'Haku ei juuri nyt toimi.',
    retry: 'Yritä uudelleen',
  },
  sv: {
    label: 'Sök utvecklingsinsatser',
    placeholder: 'till exempel sjukfrånvaro i hemvården',
    submit: 'Sök',
    clear: 'Töm sökfältet',
    suggestions: 'Förslag',
    suggestionKinds: {
      word: 'Ord',
      phrase: 'Ord',
      deed: 'Insatser',
      organisation: 'Avgränsa till organisation',
      theme: 'Avgränsa till tema',
    },
    suggested: (n) => `${n} förslag`,
    deeds: (n, text) => (n === 1 ? '1 insats' : `${text} insatser`),
    about: (text) => `Ungefär ${text} insatser`,
    searching: 'Söker…',
    none: 'Inga insatser hittades',
    hint: 'Pröva ett annat ord eller färre ord.',
    applied: (text) => `Sökningen ”${text}” har rättats. Resultaten gäller`,
    didYouMean: 'Menade du',
    remove: 'Ta bort avgränsningen',
    all: (text) => `Visa alla ${text} insatser`,
    wholeSearch: 'Öppna en bredare sökning',
    related: 'Nära ämnet, med andra ord',
    newTab: 'öppnas i en ny flik',
    awards: { winner: 'Vinnare', honourable_mention: 'Hedersomnämnande', finalist: 'Finalist' },
    similar: 'Liknande insatser',
    shared: 'Gemensamt',
    slow: 'Sökningen svarade inte i tid.',
    broken: 'Sökningen fungerar inte just nu.',
    retry: 'Försök igen',
  },
  en: {
    label: 'Search deeds',
    placeholder: 'for example sick leave in home care',
    submit: 'Search',
    clear: 'Clear the search field',
    suggestions: 'Suggestions',
    suggestionKinds: {
      word: 'Words',
      phrase: 'Words',
      deed: 'Deeds',
      organisation: 'Filter by organisation',
      theme: 'Filter by theme',
    },
    suggested: (n) => (n === 1 ? '1 suggestion' : `${n} suggestions`),
    deeds: (n, text) => (n === 1 ? '1 deed' : `${text} deeds`),
    about: (text) => `About ${text} deeds`,
    searching: 'Searching…',
    none: 'No deeds were found',
    hint: 'Try another word or fewer words.',
    applied: (text) => `“${text}” was corrected. These are the results for`,
    didYouMean: 'Did you mean',
    remove: 'Remove filter',
    all: (text) => `Show all ${text} deeds`,
    wholeSearch: 'Open a wider search',
    related: 'Close in subject, in other words',
    newTab: 'opens in a new tab',
    awards: { winner: 'Winner', honourable_mention: 'Honourable mention', finalist: 'Finalist' },
    similar: 'Similar deeds',
    shared: 'In common',
    slow: 'The search did not answer in time.',
    broken: 'The search does not work right now.',
    retry: 'Try again',
  },
};
