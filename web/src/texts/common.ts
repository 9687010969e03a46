// What the pages and the widgets say in the same words.

import type { AwardKind, SuggestionKind } from '../api-types';
import type { Language } from '../language';

export interface CommonTexts {
  /** The field of a search. */
  field: {
    label: string;
    placeholder: string;
    submit: string;
    clear: string;
    suggestions: string;
    suggestionKinds: Record<SuggestionKind, string>;
    suggested(n: number): string;
  };
  /** `text` is the number as written in this language. */
  results: {
    total(n: number, text: string): string;
    about(text: string): string;
    searching: string;
  };
  none: string;
  correction: { applied(text: string): string; didYouMean: string };
  related: string;
  awards: Record<AwardKind, string>;
  removeFilter: string;
  retry: string;
}

export const common: Record<Language, CommonTexts> = {
  fi: {
    field: {
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
    },
    results: {
      total: (n, text) => (n === 1 ? '1 teko' : `${text} tekoa`),
      about: (text) => `Noin ${text} tekoa`,
      searching: 'Haetaan…',
    },
    none: 'Yhtään tekoa ei löytynyt',
    correction: {
      applied: (text) => `Haku ”${text}” on korjattu. Tulokset ovat haulle`,
      didYouMean: 'Tarkoititko',
    },
    related: 'Aihe lähellä, sanat toiset',
    awards: { winner: 'Voittaja', honourable_mention: 'Kunniamaininta', finalist: 'Finalisti' },
    removeFilter: 'Poista rajaus',
    retry: 'Yritä uudelleen',
  },
  sv: {
    field: {
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
    },
    results: {
      total: (n, text) => (n === 1 ? '1 insats' : `${text} insatser`),
      about: (text) => `Ungefär ${text} insatser`,
      searching: 'Söker…',
    },
    none: 'Inga insatser hittades',
    correction: {
      applied: (text) => `Sökningen ”${text}” har rättats. Resultaten gäller`,
      didYouMean: 'Menade du',
    },
    related: 'Nära ämnet, med andra ord',
    awards: { winner: 'Vinnare', honourable_mention: 'Hedersomnämnande', finalist: 'Finalist' },
    removeFilter: 'Ta bort avgränsningen',
    retry: 'Försök igen',
  },
  en: {
    field: {
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
    },
    results: {
      total: (n, text) => (n === 1 ? '1 deed' : `${text} deeds`),
      about: (text) => `About ${text} deeds`,
      searching: 'Searching…',
    },
    none: 'No deeds were found',
    correction: {
      applied: (text) => `“${text}” was corrected. These are the results for`,
      didYouMean: 'Did you mean',
    },
    related: 'Close in subject, in other words',
    awards: { winner: 'Winner', honourable_mention: 'Honourable mention', finalist: 'Finalist' },
    removeFilter: 'Remove filter',
    retry: 'Try again',
  },
};
