import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  filterParams,
  readEndpoint,
  readLanguage,
  readLevel,
  readLimit,
  readSlugs,
  webAddress,
} from '../src/widget/settings';

const page = 'https://site.example/a/page.html';
const script = 'https://deeds.example/widget/v1/kiertoon.js';

test('a language is read by its first part, and is Finnish otherwise', () => {
  const codes = ['sv', 'sv-FI', ' EN-gb ', 'fi_FI', 'et', '', null, undefined];
  const read = ['sv', 'sv', 'en', 'fi', 'fi', 'fi', 'fi', 'fi'];
  assert.deepEqual(codes.map(readLanguage), read);
});

test('slugs are separated by any space, each counts once', () => {
  assert.deepEqual(readSlugs('  b a\n\tb '), ['b', 'a']);
  assert.deepEqual(readSlugs(null), []);
});

test('a limit is 1 to 20, and 5 when it is no number', () => {
  const written = ['7', ' 12 ', '0', '-3', '999', 'Infinity', '2.9', 'many', '', null];
  assert.deepEqual(written.map(readLimit), [7, 12, 1, 1, 20, 20, 2, 5, 5, 5]);
});

test('a heading has level 2 unless 1 to 6 is written', () => {
  assert.deepEqual(['3', ' 4 ', '0', '7', '33', '', null].map(readLevel), [3, 4, 2, 2, 2, 2, 2]);
});

test('only addresses of the web are links', () => {
  assert.equal(webAddress('https://a.example/b?c'), 'https://a.example/b?c');
  for (const bad of [
    'javascript:alert(1)',
    ' JavaScript:x',
    'data:text/html,x',
    'a b',
    '',
    7,
    null,
  ]) {
    assert.equal(webAddress(bad), undefined, String(bad));
  }
});

test('the endpoint is what is written, else where the script came from', () => {
  for (const [written, endpoint] of [
    [null, 'https://deeds.example'],
    ['', 'https://deeds.example'],
    ['https://other.example/', 'https://other.example'],
    ['https://other.example/deeds//?a#b', 'https://other.example/deeds'],
    ['/deeds', 'https://site.example/deeds'],
    ['javascript:alert(1)', 'https://deeds.example'],
    ['https://', 'https://deeds.example'],
  ] as const) {
    assert.equal(readEndpoint(written, page, script), endpoint, String(written));
  }
  const below = 'https://city.example/teot/widget/v1/kiertoon.js?ver=6.5';
  assert.equal(readEndpoint(null, page, below), 'https://city.example/teot');
});

test('filters of the editor and of the reader stand side by side', () => {
  const params = filterParams({ theme: ['a', 'b'], organisation: [] }, { organisation: 'c' });
  assert.equal(params.toString(), 'theme=a&theme=b&organisation=c');
});
