// The tag that an editor pastes into a page.

import { mixed, readableOn, type Colour } from './colours';
import type { colourNames, WidgetOptions } from './widget-options';
import { defaultLimit } from './widget/settings';
import { texts } from './widget/texts';

type Colours = Record<(typeof colourNames)[number], Colour>;

/** The widget's own colours, as widget.css has them. */
const ownColours: Record<'light' | 'dark', Colours> = {
  light: { accent: '#265fa6', background: '#ffffff', text: '#212121' },
  dark: { accent: '#8cc2f8', background: '#1b2128', text: '#e7eaed' },
};

/** Under `auto` colours are the widget's own: one choice cannot suit both of its schemes. */
export function takesColours({ scheme }: WidgetOptions): boolean {
  return scheme !== 'auto';
}

/** All colours shown: those chosen, else the widget's own. */
export function shownColours(options: WidgetOptions): Colours {
  const own = ownColours[options.scheme === 'dark' ? 'dark' : 'light'];
  return takesColours(options) ? { ...own, ...options.colours } : own;
}

/** The custom properties for the colours chosen, with those that follow from them. */
export function widgetProperties(options: WidgetOptions): [name: string, value: Colour][] {
  const { colours } = options;
  if (!takesColours(options) || !Object.keys(colours).length) return [];
  const { accent, background, text } = shownColours(options);
  const properties: [string, Colour][] = [];
  if (colours.accent) properties.push(['accent', accent], ['on-accent', readableOn(accent)]);
  if (colours.background) properties.push(['background', background]);
  if (colours.text) properties.push(['text', text]);
  properties.push(['tint', mixed(background, accent, 0.1)]);
  if (colours.background || colours.text) {
    properties.push(
      ['soft-text', mixed(text, background, 0.2)],
      ['line', mixed(text, background, 0.8)],
      ['control-line', mixed(text, background, 0.4)],
    );
  }
  return properties.map(([name, value]) => [`--kiertoon-${name}`, value]);
}

/** The attributes of the element, in the order in which a reader expects them. */
export function widgetAttributes(options: WidgetOptions): [name: string, value: string][] {
  const attributes: [string, string][] = [
    ['endpoint', options.endpoint],
    ['lang', options.language],
  ];
  const add = (name: string, value: string, isUsual: boolean) => {
    if (!isUsual) attributes.push([name, value]);
  };
  if (options.kind === 'similar') {
    attributes.push(
      options.source === 'deed' ? ['deed', options.deed] : ['text-from', options.selector],
    );
  }
  add('theme', options.theme.join(' '), !options.theme.length);
  add('organisation', options.organisation.join(' '), !options.organisation.length);
  add('limit', String(options.limit), options.limit === defaultLimit);
  add('open-in', options.openIn, options.openIn === 'self');
  add('link-to', options.linkTo, options.linkTo === 'deed');
  add('scheme', options.scheme, options.scheme === 'light');
  return attributes;
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

function written(attributes: readonly (readonly [string, string])[]): string {
  return attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
}

// What browsers show until the script is there, and those without scripts for good.
function fallbackForm(options: WidgetOptions): string[] {
  const { label, submit } = texts[options.language].field;
  const hidden = [
    ...options.theme.map((slug) => ['theme', slug] as const),
    ...options.organisation.map((slug) => ['organisation', slug] as const),
    ['lang', options.language] as const,
  ];
  return [
    `  <form${written([
      ['action', `${options.endpoint}/`],
      ['method', 'get'],
      ['role', 'search'],
    ])}>`,
    `    <label>${escaped(label)} <input type="search" name="q" maxlength="1000"></label>`,
    ...hidden.map(
      ([name, value]) =>
        `    <input${written([
          ['type', 'hidden'],
          ['name', name],
          ['value', value],
        ])}>`,
    ),
    `    <button>${escaped(submit)}</button>`,
    '  </form>',
  ];
}

function fallbackLink(options: WidgetOptions): string[] {
  const isDeed = options.source === 'deed' && options.deed;
  const path = isDeed ? `/deeds/${encodeURIComponent(options.deed)}` : '/describe';
  const address = `${options.endpoint}${path}?lang=${options.language}`;
  return [`  <a${written([['href', address]])}>${escaped(texts[options.language].similar)}</a>`];
}

/**
 * The whole: script, element, and within it what works without scripts. The `div` is for editors that make paragraphs of lines, as
 * the classic one of WordPress does: a form ends a paragraph that is open, and would stand outside of its element.
 */
export function widgetTag(options: WidgetOptions): string {
  const element = `kiertoon-${options.kind}`;
  const properties = widgetProperties(options).map(([name, value]) => `${name}: ${value}`);
  const style: [string, string][] = properties.length ? [['style', properties.join('; ')]] : [];
  const script = [
    ['type', 'module'],
    ['src', `${options.endpoint}/widget/v1/kiertoon.js`],
  ] as const;
  return [
    `<script${written(script)}></script>`,
    '<div>',
    `<${element}${written([...widgetAttributes(options), ...style])}>`,
    ...(options.kind === 'search' ? fallbackForm(options) : fallbackLink(options)),
    `</${element}>`,
    '</div>',
    '',
  ].join('\n');
}
