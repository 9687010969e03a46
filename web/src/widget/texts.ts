// What the widgets say, beside what the pages say in the same words. A widget is loaded with all that it needs.

import { common, type CommonTexts } from '../texts/common';
import type { Language } from '../language';

export interface WidgetTexts extends CommonTexts {
  hint: string;
  /** `text` is the number as written in this language. */
  all(text: string): string;
  wholeSearch: string;
  newTab: string;
  similar: string;
  shared: string;
  slow: string;
  broken: string;
}

export const texts: Record<Language, WidgetTexts> = {
  fi: {
    ...common.fi,
    hint: 'Kokeile toista sanaa tai harvempia sanoja.',
    all: (text) => `Näytä kaikki ${text} tekoa`,
    wholeSearch: 'Avaa laajempi haku',
    newTab: 'avautuu uuteen välilehteen',
    similar: 'Samankaltaisia tekoja',
    shared: 'Yhteistä',
    slow: 'Haku ei vastannut ajoissa.',
    broken: 'Haku ei juuri nyt toimi.',
  },
  sv: {
    ...common.sv,
    hint: 'Pröva ett annat ord eller färre ord.',
    all: (text) => `Visa alla ${text} insatser`,
    wholeSearch: 'Öppna en bredare sökning',
    newTab: 'öppnas i en ny flik',
    similar: 'Liknande insatser',
    shared: 'Gemensamt',
    slow: 'Sökningen svarade inte i tid.',
    broken: 'Sökningen fungerar inte just nu.',
  },
  en: {
    ...common.en,
    hint: 'Try another word or fewer words.',
    all: (text) => `Show all ${text} deeds`,
    wholeSearch: 'Open a wider search',
    newTab: 'opens in a new tab',
    similar: 'Similar deeds',
    shared: 'In common',
    slow: 'The search did not answer in time.',
    broken: 'The search does not work right now.',
  },
};
