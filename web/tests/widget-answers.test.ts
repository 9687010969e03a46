import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSearch, readSimilar, readSuggestions, readThemeNames } from '../src/widget/answers';

const nonsense = [undefined, null, 7, 'text', [], [[]], {}, { hits: {} }, { hits: 'many' }];

test('what is no answer is undefined, whatever it is', () => {
  for (const one of nonsense) {
    assert.equal(readSearch(one), undefined);
    assert.equal(readSimilar(one), undefined);
    assert.deepEqual(readSuggestions(one), []);
    assert.equal(readThemeNames(one).size, 0);
  }
  for (const total of [undefined, '3', -1, NaN]) {
    assert.equal(readSearch({ total, hits: [] }), undefined);
  }
});

test('a deed without id or title is left out, other fields may be missing', () => {
  const title = [{ text: 'Otsikko' }];
  const hits = [null, { title }, { id: 'a', title: [] }, { id: 7, title }, { id: 'b', title }];
  assert.deepEqual(readSearch({ total: 5, hits })?.deeds, [
    {
      id: 'b',
      url: undefined,
      language: '',
      title: [{ text: 'Otsikko', match: false }],
      snippet: [],
      organisations: [],
      published: undefined,
      awards: [],
      shared: { terms: [], themes: [] },
    },
  ]);
});

test('fields of the wrong kind are as if they were missing', () => {
  const [deed] =
    readSimilar({
      hits: [
        {
          id: 'a',
          title: [{ text: 'T', match: 'yes' }, 'x', { text: 3 }],
          url: 'javascript:alert(1)',
          organisations: [{ name: 'Kunta' }, {}, 'x'],
          awards: [
            { kind: 'winner', year: 2023 },
            { kind: 'loser', year: 2023 },
            { kind: 'winner' },
          ],
          shared: { terms: ['a', 7], themes: 'x' },
        },
      ],
    }) ?? [];
  assert.deepEqual(deed?.title, [{ text: 'T', match: false }]);
  assert.equal(deed?.url, undefined);
  assert.deepEqual(deed?.organisations, ['Kunta']);
  assert.deepEqual(deed?.awards, [{ kind: 'winner', year: '2023' }]);
  assert.deepEqual(deed?.shared, { terms: ['a'], themes: [] });
});

test('long titles are cut, and lists end somewhere', () => {
  const title = [{ text: 'ä'.repeat(200) }, { text: 'ö'.repeat(200) }, { text: 'å' }];
  const hits = Array.from({ length: 1000 }, (_, place) => ({ id: `${place}`, title }));
  const deeds = readSimilar({ hits }) ?? [];
  assert.equal(deeds.length, 50);
  const text = deeds[0]?.title.map((one) => one.text).join('');
  assert.equal(text, `${'ä'.repeat(200)}${'ö'.repeat(100)}…`);
});

test('a correction is one that is known', () => {
  const read = (correction: unknown) =>
    readSearch({ total: 0, hits: [], query: { corrected: 'a', correction } })?.correction;
  assert.deepEqual(['applied', 'offered', 'guessed', null].map(read), [
    'applied',
    'offered',
    undefined,
    undefined,
  ]);
});

test('a suggestion that could not be chosen is none', () => {
  const text = [{ text: 'työ', match: true }];
  const suggestions = [
    { kind: 'word', text, completion: 'työ', count: 3 },
    { kind: 'word', text, completion: '' },
    { kind: 'deed', text, id: 'a' },
    { kind: 'deed', text, completion: 'työ' },
    { kind: 'theme', text, filter: { theme: 'a' } },
    { kind: 'theme', text, filter: { planet: 'a' } },
    { kind: 'planet', text, completion: 'työ' },
    { kind: 'word', text: [], completion: 'työ' },
  ];
  const read = readSuggestions({ suggestions });
  assert.deepEqual(
    read.map((one) => [one.kind, one.completion, one.id, one.filter]),
    [
      ['word', 'työ', null, null],
      ['deed', '', 'a', null],
      ['theme', '', null, { theme: 'a' }],
    ],
  );
});
