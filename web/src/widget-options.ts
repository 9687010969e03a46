// What an editor chooses for a widget, as the address of the page /widget says it.

import { isColour, type Colour } from './colours';
import { languages, type Language } from './language';
import { defaultLimit, readLimit, webAddress } from './widget/settings';

export const widgetKinds = ['search', 'similar'] as const;
export const schemes = ['light', 'dark', 'auto'] as const;
export const sources = ['text', 'deed'] as const;
export const colourNames = ['accent', 'background', 'text'] as const;

export interface WidgetOptions {
  kind: (typeof widgetKinds)[number];
  /** The address of the service, without a slash at its end. */
  endpoint: string;
  language: Language;
  theme: readonly string[];
  organisation: readonly string[];
  limit: number;
  openIn: 'self' | 'new';
  linkTo: 'deed' | 'original';
  scheme: (typeof schemes)[number];
  /** Those that differ from the widget's own. */
  colours: Partial<Record<(typeof colourNames)[number], Colour>>;
  /** What similar deeds are similar to: the text at a CSS selector of the page, or a deed. */
  source: (typeof sources)[number];
  selector: string;
  deed: string;
}

/** What stands where nothing else was chosen. */
export interface Defaults {
  endpoint: string;
  language: Language;
}

const usualSelector = 'main';

function oneOf<T extends string>(values: readonly T[], text: string | null): T | undefined {
  return values.find((one) => one === text);
}

function several(params: URLSearchParams, name: string): string[] {
  return [...new Set(params.getAll(name).filter((one) => /^\S+$/.test(one)))];
}

export function readOptions(params: URLSearchParams, defaults: Defaults): WidgetOptions {
  const colours: WidgetOptions['colours'] = {};
  for (const name of colourNames) {
    const colour = params.get(name) ?? '';
    if (isColour(colour)) colours[name] = colour.toLowerCase();
  }
  const endpoint = webAddress(params.get('endpoint') ?? '')?.replace(/\/+$/, '');
  return {
    kind: oneOf(widgetKinds, params.get('kind')) ?? 'search',
    endpoint: endpoint ?? defaults.endpoint,
    language: oneOf(languages, params.get('widget_lang')) ?? defaults.language,
    theme: several(params, 'theme'),
    organisation: several(params, 'organisation'),
    limit: readLimit(params.get('limit')),
    openIn: oneOf(['self', 'new'], params.get('open_in')) ?? 'self',
    linkTo: oneOf(['deed', 'original'], params.get('link_to')) ?? 'deed',
    scheme: oneOf(schemes, params.get('scheme')) ?? 'light',
    colours,
    source: oneOf(sources, params.get('source')) ?? 'text',
    selector: params.get('selector')?.trim() || usualSelector,
    deed: params.get('deed')?.trim() ?? '',
  };
}

/** The options as parameters of an address; what is as usual is left out. */
export function optionParams(options: WidgetOptions, defaults: Defaults): URLSearchParams {
  const usual = readOptions(new URLSearchParams(), defaults);
  const single: [string, string, string][] = [
    ['kind', options.kind, usual.kind],
    ['endpoint', options.endpoint, usual.endpoint],
    ['widget_lang', options.language, usual.language],
    ['limit', String(options.limit), String(defaultLimit)],
    ['open_in', options.openIn, usual.openIn],
    ['link_to', options.linkTo, usual.linkTo],
    ['scheme', options.scheme, usual.scheme],
    ['source', options.source, usual.source],
    ['selector', options.selector, usual.selector],
    ['deed', options.deed, usual.deed],
  ];
  const params = new URLSearchParams();
  for (const [name, value, otherwise] of single) if (value !== otherwise) params.set(name, value);
  for (const name of ['theme', 'organisation'] as const) {
    for (const slug of options[name]) params.append(name, slug);
  }
  for (const [name, colour] of Object.entries(options.colours)) params.set(name, colour);
  return params;
}
