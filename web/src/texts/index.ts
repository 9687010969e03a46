import { language, type Language } from '../language';
import { en } from './en';
import { fi, type Texts } from './fi';
import { sv } from './sv';

const all: Record<Language, Texts> = { fi, sv, en };

/** What the interface says, in the language shown. */
export const t: Texts = all[language];
