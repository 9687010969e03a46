import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QueryReading } from '../src/api-types';
import { inTurn, widenedWords } from '../src/widened';

const reading: QueryReading = {
  text: 'esimies työ',
  corrected: null,
  synonyms: [{ word: 'esimies', as: ['esihenkilö', 'lähijohtaja'] }],
  translated: [
    { word: 'työ', language: 'fi', as: ['arbete', 'jobb'] },
    { word: 'työ', language: 'fi', as: ['work', 'jobb'] },
    { word: 'esimies', language: 'fi', as: ['chef'] },
  ],
};

test('synonyms and translations stand by the words of the query, none twice', () => {
  assert.deepEqual(widenedWords(reading), [
    { word: 'esimies', synonyms: ['esihenkilö', 'lähijohtaja'], translations: ['chef'] },
    { word: 'työ', synonyms: [], translations: ['arbete', 'jobb', 'work'] },
  ]);
});

test('a few words are some of every word of the query', () => {
  const words = inTurn(widenedWords(reading));
  assert.deepEqual(words.slice(0, 3), ['esihenkilö', 'arbete', 'lähijohtaja']);
  assert.equal(words.length, 6);
});

test('a query read as written has none', () => {
  assert.deepEqual(widenedWords({ text: 'työ', corrected: null }), []);
  assert.deepEqual(inTurn([]), []);
});
