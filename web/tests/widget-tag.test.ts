import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { contrast, mixed, readableOn } from '../src/colours';
import { optionParams, readOptions } from '../src/widget-options';
import { shownColours, widgetProperties, widgetTag } from '../src/widget-tag';

const defaults = { endpoint: 'https://deeds.example', language: 'fi' } as const;
const read = (query: string) => readOptions(new URLSearchParams(query), defaults);

test('options go into an address and come back', () => {
  const query =
    'kind=similar&endpoint=https%3A%2F%2Fa.example%2Fb&widget_lang=sv&limit=3&open_in=new&link_to=original' +
    '&scheme=dark&source=deed&selector=.text&deed=a-1&theme=x&theme=y&organisation=z&accent=%23aabbcc';
  assert.equal(optionParams(read(query), defaults).toString(), query);
  assert.equal(optionParams(read(''), defaults).toString(), '');
});

test('options that are none are as usual', () => {
  const query =
    'kind=x&endpoint=javascript:1&widget_lang=et&limit=x&open_in=x&scheme=x&theme=a+b&accent=red';
  assert.equal(optionParams(read(query), defaults).toString(), '');
});

test('the tag of a search holds a form for browsers without scripts', () => {
  assert.equal(
    widgetTag(read('widget_lang=en&theme=x&limit=3')),
    `<script type="module" src="https://deeds.example/widget/v1/kiertoon.js"></script>
<div>
<kiertoon-search endpoint="https://deeds.example" lang="en" theme="x" limit="3">
  <form action="https://deeds.example/" method="get" role="search">
    <label>Search deeds <input type="search" name="q" maxlength="1000"></label>
    <input type="hidden" name="theme" value="x">
    <input type="hidden" name="lang" value="en">
    <button>Search</button>
  </form>
</kiertoon-search>
</div>
`,
  );
});

test('the tag of similar deeds holds a link', () => {
  const tag = widgetTag(read('kind=similar&source=deed&deed=a%2Fb'));
  assert.match(tag, /<kiertoon-similar endpoint="https:\/\/deeds.example" lang="fi" deed="a\/b">/);
  assert.match(tag, /<a href="https:\/\/deeds.example\/deeds\/a%2Fb\?lang=fi">/);
});

test('what an editor writes stays within its attribute', () => {
  const tag = widgetTag(read(`kind=similar&selector=${encodeURIComponent('"><script>&')}`));
  assert.match(tag, / text-from="&quot;&gt;&lt;script&gt;&amp;">/);
});

test('colours follow from those chosen, and read', () => {
  assert.deepEqual(widgetProperties(read('')), []);
  assert.deepEqual(widgetProperties(read('accent=%23ffcc00')), [
    ['--kiertoon-accent', '#ffcc00'],
    ['--kiertoon-on-accent', '#111111'],
    ['--kiertoon-tint', '#fffae6'],
  ]);
  const dark = new Map(widgetProperties(read('background=%23102030&text=%23eeeeee')));
  const soft = dark.get('--kiertoon-soft-text') ?? '';
  assert.ok(contrast(soft, '#102030') >= 4.5);
  assert.deepEqual(widgetProperties(read('scheme=auto&accent=%23ffcc00')), []);
});

test('contrast is that of WCAG', () => {
  assert.equal(contrast('#ffffff', '#000000'), 21);
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
  assert.equal(readableOn('#000080'), '#ffffff');
  assert.equal(mixed('#000000', '#ffffff', 0.5), '#808080');
});

test('the colours told here are those of the style sheet', async () => {
  const style = await readFile('src/widget/widget.css', 'utf8');
  const light = shownColours(read('scheme=light'));
  const dark = shownColours(read('scheme=dark'));
  const short = (colour: string) => (colour === '#ffffff' ? '#fff' : colour);
  for (const name of ['accent', 'background', 'text'] as const) {
    const twins = `var(--if-light, ${short(light[name])}) var(--if-dark, ${short(dark[name])})`;
    assert.ok(style.includes(`var(--kiertoon-${name}, ${twins})`), name);
  }
});
