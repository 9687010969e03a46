// The language of the interface: `?lang=` of the address, else what the server wrote into the page, else Finnish. It stays
// the same as long as a page is shown; another language is another page.

export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name. */
export const languageNames: Record<Language, string> = {
  fi: 'Suomi',
  sv: 'Svenska',
  en: 'English',
};

function isLanguage(text: string | null): text is Language {
  return languages.some((one) => one === text);
}

function detectLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  if (isLanguage(asked)) return asked;
  const written = document.documentElement.lang;
  return isLanguage(written) ? written : 'fi';
}

export const language = detectLanguage();
document.documentElement.lang = language;

/** Deeds' pages follow the browser's language unless told otherwise, so there Finnish is named too. */
function isNamed(code: Language, path: string): boolean {
  return code !== 'fi' || path.startsWith('/deeds/');
}

/** The address of a page of this site in `code`, by default the language shown. */
export function pageAddress(
  path: string,
  params: URLSearchParams | Record<string, string> = {},
  code: Language = language,
): string {
  const asked = new URLSearchParams(params);
  asked.delete('lang');
  if (isNamed(code, path)) asked.set('lang', code);
  const text = asked.toString();
  return text ? `${path}?${text}` : path;
}

export function deedAddress(id: string): string {
  return pageAddress(`/deeds/${encodeURIComponent(id)}`);
}

const locale = language === 'en' ? 'en-GB' : language;
const numbers = new Intl.NumberFormat(locale);
const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });

export function formatNumber(n: number): string {
  return numbers.format(n);
}

/** `2021-09-14` as people of this language write it; what is not a date stays as it is. */
export function formatDate(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? iso : dates.format(date);
}
