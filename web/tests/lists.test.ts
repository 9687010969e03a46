import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Suggestion, SuggestionKind } from '../src/api-types';
import { readIds } from '../src/deed-ids';
import { lastPageOf, pagesToShow } from '../src/paging';
import { deedAddress, formatDate, pageAddress } from '../src/language';
import { lastDayOf, monthsOf, wholeMonth } from '../src/periods';
import { groupSuggestions } from '../src/suggestions';

const suggestion = (kind: SuggestionKind, completion: string): Suggestion => ({
  kind,
  completion,
  text: [{ text: completion }],
  count: 1,
  id: null,
  filter: null,
});

test('suggestions of a kind stand together, and places follow what is shown', () => {
  const groups = groupSuggestions([
    suggestion('word', 'a'),
    suggestion('theme', 'b'),
    suggestion('phrase', 'c'),
  ]);
  const shown = groups.map(({ kind, entries }) => [
    kind,
    ...entries.map(({ place, suggestion: { completion } }) => `${place}${completion}`),
  ]);
  assert.deepEqual(shown, [
    ['word', '0a', '1c'],
    ['theme', '2b'],
  ]);
});

test('pages far from the current one are left out', () => {
  assert.deepEqual(pagesToShow(1, 1), [1]);
  assert.deepEqual(pagesToShow(2, 4), [1, 2, 3, 4]);
  const gap = undefined;
  assert.deepEqual(pagesToShow(10, 20), [1, gap, 8, 9, 10, 11, 12, gap, 20]);
});

test('no page is beyond the first 10,000 hits', () => {
  assert.equal(lastPageOf(0), 1);
  assert.equal(lastPageOf(41), 3);
  assert.equal(lastPageOf(1_000_000), 500);
});

test('a whole month is told from other stretches', () => {
  assert.equal(wholeMonth('2024-02-01', '2024-02-29'), '2024-02');
  assert.equal(wholeMonth('2023-02-01', '2023-02-29'), undefined);
  assert.equal(wholeMonth('2024-02-02', '2024-02-29'), undefined);
  assert.equal(wholeMonth(null, null), undefined);
  assert.equal(lastDayOf('2023-12'), '2023-12-31');
  assert.equal(monthsOf('2023')[8], '2023-09');
});

test('addresses name the language, and deeds their id in a safe way', () => {
  assert.equal(pageAddress('/', { q: 'a b' }), '/?q=a+b&lang=sv');
  assert.equal(pageAddress('/saved', {}, 'fi'), '/saved');
  assert.equal(deedAddress('a/../b'), '/deeds/a%2F..%2Fb?lang=sv');
  assert.equal(pageAddress('/deeds/a', {}, 'fi'), '/deeds/a?lang=fi');
});

test('a date is written out, and what is none stays', () => {
  assert.equal(formatDate('2021-09-14'), '14 september 2021');
  assert.equal(formatDate('soon'), 'soon');
});

test('deeds are named by ids, or by addresses among titles', () => {
  assert.deepEqual(readIds(' a-1, b.2;c_3\n\nd '), ['a-1', 'b.2', 'c_3', 'd']);
  assert.deepEqual(
    readIds('Eka teko\nhttps://teot.example/deeds/a-1?lang=fi\nToka\n/deeds/b.2#x'),
    ['a-1', 'b.2'],
  );
  assert.deepEqual(readIds(' ,; '), []);
});
